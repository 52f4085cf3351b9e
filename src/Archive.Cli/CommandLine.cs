using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Archive.Cli.Complaints;

namespace Archive.Cli;

/// <summary>From the words that were typed to an exit code.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to stop cleanly after Ctrl-C.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(IReadOnlyList<string> words, Surroundings around, CancellationToken cancellationToken)
    {
        var archive = new ArchiveCommand(around);
        var asJson = words.Contains(ArchiveCommand.JsonName, StringComparer.Ordinal);
        try
        {
            var parsed = CommandLineParser.Parse(archive, words, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction || parsed is { Action: null })
                return ComplaintWriter.Write(Complaint.OfUsage(parsed), around.Terminal, asJson);
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = around.Terminal.Output,
                    Error = around.Terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = Farewell,
                },
                cancellationToken);
        }
        catch (Exception exception)
        {
            if (!string.IsNullOrEmpty(around.Variable("ARCHIVE_TRACE")))
                await around.Terminal.Error.WriteLineAsync(Display.SafeText.Lines(exception.ToString()));
            return ComplaintWriter.Write(Complaint.Of(exception), around.Terminal, asJson);
        }
    }
}
