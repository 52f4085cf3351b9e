using System.Text;

namespace Archive.Cli.Display;

/// <summary>The terminal, pipe or file that the process was started with.</summary>
internal static class StandardTerminal
{
    public static Terminal Open(Func<string, string?> variable)
    {
        var dumb = string.Equals(variable("TERM"), "dumb", StringComparison.Ordinal);
        var forPeople = !Console.IsOutputRedirected && !dumb;
        return new Terminal(
            Utf8(Console.OpenStandardOutput(), autoFlush: forPeople),
            Utf8(Console.OpenStandardError(), autoFlush: true),
            Console.OpenStandardInput(),
            forPeople,
            colours: forPeople && string.IsNullOrEmpty(variable("NO_COLOR")),
            mayAsk: !Console.IsInputRedirected && !Console.IsErrorRedirected,
            showsProgress: !Console.IsErrorRedirected && !dumb);
    }

    private static StreamWriter Utf8(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
}
