using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Domain.Ledger.Notes;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Verifier keys that somebody trusts: written out, or files with one a line.</summary>
internal static class TrustedKeys
{
    /// <summary>Of a file of keys, in bytes.</summary>
    private const int LongestFile = 1024 * 1024;

    public static Option<string[]> Option(string name, string whose) => new(name)
    {
        HelpName = "KEY",
        Description = $"The verifier key of {whose} (NAME+ID+KEY, as 'archive ledger key' prints it), or a file with such keys, one a line. May stand several times.",
        Arity = ArgumentArity.OneOrMore,
        Required = true,
    };

    /// <exception cref="UsageException">One is neither a key nor a file of keys.</exception>
    public static async Task<IReadOnlyList<VerifierKey>> ReadAsync(Invocation run, Option<string[]> option)
    {
        var keys = new List<VerifierKey>();
        foreach (var text in run.Parsed.GetValue(option) ?? [])
        {
            if (VerifierKey.TryParse(text, out var key))
                keys.Add(key);
            else if (File.Exists(text))
                keys.AddRange(OfFile(text, await BoundedInput.ReadAsync(run, text, LongestFile)));
            else
                throw new UsageException($"{option.Name} {text}: it is neither a verifier key (NAME+ID+KEY, with the id that belongs to name and key) nor a file of such keys.");
        }

        return [.. keys.Distinct()];
    }

    private static List<VerifierKey> OfFile(string file, ReadOnlyMemory<byte> bytes)
    {
        var keys = new List<VerifierKey>();
        foreach (var line in System.Text.Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("PRIVATE+KEY+", StringComparison.Ordinal))
                throw new UsageException($"{file} holds a private key. Nobody but its owner needs that one: give its public half, NAME+ID+KEY.");
            if (line.Length > 0 && line[0] != '#')
                keys.Add(VerifierKey.TryParse(line, out var key) ? key : throw new UsageException($"{file} has a line that is no verifier key (NAME+ID+KEY)."));
        }

        return keys.Count > 0 ? keys : throw new UsageException($"{file} has no verifier key.");
    }
}
