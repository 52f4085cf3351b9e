using Archive.Cli.Opening;
using Archive.Domain;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.Cli.Verbs.Claims;

/// <summary>The zone of dates that name none.</summary>
internal static class RecordZone
{
    private static readonly PageRequest Smallest = new(1, 1);

    /// <returns>That of the claim's record; null where it has none, or is not there.</returns>
    public static async Task<string?> OfClaimAsync(IOpenedArchive archive, string claim, CancellationToken cancellationToken)
    {
        var record = ArchiveId.IsValidClaim(claim)
            ? await archive.AskAsync(new GetRecord(ArchiveId.RecordOf(claim), AsOf.Latest, ClaimFilter.None, Smallest), cancellationToken)
            : null;
        return (record as Outcome<RecordSnapshot>.Ok)?.Value.Record.Description.Zone;
    }
}
