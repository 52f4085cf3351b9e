using System.CommandLine;
using Archive.Cli.Complaints;
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
    /// <exception cref="UsageException">A date was given without its zone, and the record is closed to whoever asks.</exception>
    public static async Task<string?> OfClaimAsync(IOpenedArchive archive, string claim, ParseResult parsed, CancellationToken cancellationToken)
    {
        var record = ArchiveId.IsValidClaim(claim)
            ? await archive.AskAsync(new GetRecord(ArchiveId.RecordOf(claim), AsOf.Latest, ClaimFilter.None, Smallest), cancellationToken)
            : null;
        var view = (record as Outcome<RecordSnapshot>.Ok)?.Value.Record;
        if (view is { IsShown: false } && parsed.GetValue<string?>("--when") is not null && parsed.GetValue<string?>("--zone") is null)
            throw new UsageException($"Record {view.Id} is not shown to you, so its zone is not known here: give --zone.");
        return view?.Description?.Zone;
    }
}
