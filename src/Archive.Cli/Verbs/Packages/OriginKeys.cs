using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Domain.Ledger.Notes;

namespace Archive.Cli.Verbs.Packages;

/// <summary>The keys by which a package of another archive is verified.</summary>
internal static class OriginKeys
{
    /// <summary>Of a file of keys, in bytes.</summary>
    private const int LongestFile = 1 << 20;

    public static Option<string[]> Option() => new("--key")
    {
        HelpName = "KEY",
        Description = "For a package: the other archive's verifier key, as its 'archive ledger key' prints it, or a file with such keys, one a line. May stand several times.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <exception cref="UsageException">One is neither a key nor a file of keys.</exception>
    public static IReadOnlyList<VerifierKey> Read(string[] texts) => [.. texts.SelectMany(Keys).Distinct()];

    private static IEnumerable<VerifierKey> Keys(string text)
    {
        if (VerifierKey.TryParse(text, out var key))
            return [key];
        if (!File.Exists(text) || new FileInfo(text).Length > LongestFile)
            throw new UsageException($"--key {text}: it is neither a verifier key (NAME+ID+KEY) nor a file of such keys.");
        return [.. File.ReadLines(text).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line =>
            VerifierKey.TryParse(line, out var read) ? read : throw new UsageException($"{text} has a line that is no verifier key (NAME+ID+KEY)."))];
    }
}
