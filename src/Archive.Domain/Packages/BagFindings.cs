namespace Archive.Domain.Packages;

/// <summary>Takes every finding, and keeps as many as a person can read: a hostile bag must not cost memory by what is wrong with it.</summary>
public sealed class BagFindings
{
    /// <summary>How many are kept of each kind.</summary>
    public const int Most = 1_000;

    /// <summary>In UTF-16 units; of longer ones the beginning is kept.</summary>
    private const int LongestText = 1_000;

    private readonly List<BagFinding> _errors = [];
    private readonly List<BagFinding> _warnings = [];

    public IReadOnlyList<BagFinding> Errors => _errors;

    public IReadOnlyList<BagFinding> Warnings => _warnings;

    /// <summary>How many errors there were, those that were not kept included.</summary>
    public long Count { get; private set; }

    public void Add(BagCheck check, string file, long? line, string what)
    {
        Count++;
        Keep(_errors, new BagFinding(check, Shown(file), line, Shown(what)));
    }

    public void Add(BagCheck check, string file, string what) => Add(check, file, null, what);

    public void Warn(BagCheck check, string file, long? line, string what) => Keep(_warnings, new BagFinding(check, Shown(file), line, Shown(what)));

    private static void Keep(List<BagFinding> findings, BagFinding finding)
    {
        if (findings.Count < Most)
            findings.Add(finding);
    }

    private static string Shown(string text) =>
        text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText), "…");
}
