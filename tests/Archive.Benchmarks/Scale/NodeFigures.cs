using System.Globalization;

namespace Archive.Benchmarks.Scale;

/// <summary>
/// What was measured on one node of two cores (docs/benchmarks.md), with 1 KB events: the ground of all arithmetic about other sizes. Each figure can be
/// replaced: <c>--appends 5000</c>.
/// </summary>
/// <param name="LogBytes">Of an event in the log, indexes and the share of its stream's row included.</param>
/// <param name="VersionBytes">Of a claim version in the read models, indexes included.</param>
/// <param name="EntryBytes">Of a ledger entry, indexes included.</param>
/// <param name="ReferenceBytes">Of a reference from a claim to a source or authority, indexes included.</param>
/// <param name="Appends">Commands a second that 16 callers get through, the projector at work beside them.</param>
/// <param name="Projected">Events a second that a projector folds and writes while readers ask.</param>
/// <param name="Rebuilt">Events a second that a rebuild fills a new generation with.</param>
/// <param name="Numbered">Events a second that are read and numbered on one core, nothing folded.</param>
/// <param name="SnapshotMilliseconds">Of the whole node, for a record of 1,000 claims as of a past entry.</param>
internal sealed record NodeFigures(
    double LogBytes = 1_550,
    double VersionBytes = 1_740,
    double EntryBytes = 760,
    double ReferenceBytes = 380,
    double Appends = 3_400,
    double Projected = 10_000,
    double Rebuilt = 16_000,
    double Numbered = 60_000,
    double SnapshotMilliseconds = 12)
{
    /// <summary>The defaults, with what <c>--name value</c> replaces.</summary>
    /// <returns>What is wrong with the words, or null.</returns>
    public static string? Read(IReadOnlyList<string> words, out NodeFigures figures)
    {
        figures = new NodeFigures();
        var known = typeof(NodeFigures).GetProperties();
        for (var i = 0; i < words.Count; i += 2)
        {
            var property = known.FirstOrDefault(figure => words[i].Equals($"--{figure.Name}", StringComparison.OrdinalIgnoreCase));
            if (property is null)
                return $"There is no figure {words[i]}. There are: {string.Join(", ", known.Select(figure => $"--{figure.Name.ToLowerInvariant()}"))}.";
            if (i + 1 == words.Count || !double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value <= 0)
                return $"{words[i]} wants a number above 0.";
            property.SetValue(figures, value);
        }

        return null;
    }
}
