using Archive.LedgerAudits;

namespace Archive.IntegrationTests.LedgerAudits;

/// <summary>One thing that somebody with the database in hand does to it.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Sql">The statements.</param>
/// <param name="Tables">What they change, to be put back.</param>
/// <param name="Parts">What an audit may then name.</param>
/// <param name="Entry">The entry that it must name; null where that depends.</param>
/// <param name="Row">The row that it must name; null where that depends.</param>
internal sealed record Tamper(string Name, string Sql, IReadOnlyList<string> Tables, IReadOnlyList<LedgerPart> Parts, long? Entry = null, string? Row = null)
{
    /// <returns>What is wrong with the answer; null where the change was found and named.</returns>
    public string? Misjudged(LedgerAudit audit)
    {
        if (audit.Difference is not { } difference)
            return $"{Name}: survived";
        if (!Parts.Contains(difference.Part))
            return $"{Name}: taken for {difference.Part} {difference.Kind}: {difference.Detail}";
        if (Entry is { } entry && difference.Entry != entry)
            return $"{Name}: entry {entry}, and named was {difference.Entry}: {difference.Detail}";
        if (Row is { } row && difference.Document != row && !difference.Detail.Contains(row, StringComparison.Ordinal))
            return $"{Name}: row {row}, and named was {difference.Document}: {difference.Detail}";
        return difference.Advice.Length == 0 || difference.Detail.Length == 0 ? $"{Name}: nothing is said of it" : null;
    }
}
