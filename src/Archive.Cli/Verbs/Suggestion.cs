using Archive.Cli.Opening;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.Cli.Verbs;

/// <summary>What somebody may have meant by an id that is not there.</summary>
internal static class Suggestion
{
    private static readonly PageRequest Widest = new(1, PageRequest.Largest);

    /// <param name="id">Id of a record or of a claim.</param>
    public static async Task<string?> ForAsync(IOpenedArchive archive, string id, CancellationToken cancellationToken)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var record = slash < 0 ? id : id[..slash];
        if (slash >= 0
            && await archive.AskAsync(new GetRecord(record, AsOf.Latest, ClaimFilter.None, Widest), cancellationToken) is Outcome<RecordSnapshot>.Ok known)
        {
            return Nearest(id, known.Value.Claims.Items.Select(claim => claim.Id));
        }

        return await archive.AskAsync(new ListRecords(AsOf.Latest, null, Widest), cancellationToken) is Outcome<RecordList>.Ok all
            ? Nearest(record, all.Value.Records.Items.Select(item => item.Record.Id))
            : null;
    }

    /// <summary>A question that names the nearest id, or null where none is near.</summary>
    public static string? Nearest(string id, IEnumerable<string> known)
    {
        var nearest = known.Select(candidate => (candidate, distance: Distance(id, candidate))).OrderBy(pair => pair.distance).FirstOrDefault();
        if (nearest.candidate is null || nearest.candidate == id || nearest.distance > Math.Max(2, id.Length / 4))
            return null;
        return $"Did you mean {nearest.candidate}?";
    }

    /// <summary>Insertions, deletions and replacements (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
