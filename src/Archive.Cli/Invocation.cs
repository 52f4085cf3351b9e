using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;

namespace Archive.Cli;

/// <summary>One run of a verb.</summary>
/// <param name="Parsed">What was typed.</param>
/// <param name="Around">What it has to do with.</param>
/// <param name="AsJson">Whether the answer is for a program.</param>
/// <param name="Cancellation">Cancelled by Ctrl-C.</param>
internal sealed record Invocation(ParseResult Parsed, Surroundings Around, bool AsJson, CancellationToken Cancellation)
{
    public Terminal Terminal => Around.Terminal;

    public IDisplay Display => Around.Terminal.Display;

    public Task<IOpenedArchive> OpenAsync(Freshness freshness) => Around.Archives.OpenAsync(freshness, Cancellation);

    /// <summary>Writes an answer, as JSON or as <paramref name="show"/> does it for people.</summary>
    /// <returns>Exit code 0.</returns>
    public int Answer<T>(T answer, Action<IDisplay, T> show)
    {
        if (AsJson)
            Terminal.Output.WriteLine(CliJson.Of(answer, CliJson.Indented));
        else
            show(Display, answer);
        return ExitCode.Ok;
    }

    public int Complain(Complaint complaint) => ComplaintWriter.Write(complaint, Terminal, AsJson);
}
