using System.Text.Json;
using Archive.Citations;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Ledger;
using Archive.Projection;

namespace Archive.Snapshots;

/// <summary>What happened to claims, without the claims.</summary>
internal sealed partial class Snapshot
{
    private static readonly Dictionary<string, ReferenceChangeKind> KindsByName = new(StringComparer.Ordinal)
    {
        ["claim-corrected"] = ReferenceChangeKind.Corrected,
        ["claim-disputed"] = ReferenceChangeKind.Disputed,
        ["dispute-resolved"] = ReferenceChangeKind.DisputeResolved,
        ["dispute-reopened"] = ReferenceChangeKind.DisputeReopened,
        ["claim-retracted"] = ReferenceChangeKind.Retracted,
        ["claim-reinstated"] = ReferenceChangeKind.Reinstated,
        ["content-erased"] = ReferenceChangeKind.Erased,
    };

    /// <summary>
    /// What a reader of some claims, or of all claims of some records, has to know that happened after an entry, up to the moment; and, of whatever entry, that
    /// its words were erased from the log.
    /// </summary>
    public async Task<IEnumerable<ReferenceChange>> ChangesSinceAsync(string[] claims, string[] records, long entry)
    {
        var (streams, names) = (claims.Select(StreamName.OfClaim).ToArray(), KindsByName.Keys.Select(name => $"{name}.v%").ToArray());
        await using var batch = session.NewBatch();
        var found = batch.Rows(
            $"""
            select stream, from_entry, data #> array['change'] from {session.Generation.ClaimVersions}
            where (stream = any($1) or record = any($2)) and from_entry > $3 and from_entry <= $4 and data #>> array['change', 'type'] like any($5)
            """,
            row => (Claim: StreamName.IdOf(row.GetString(0)), Entry: row.GetInt64(1), Change: JsonSerializer.Deserialize<Change>(row.GetFieldValue<byte[]>(2), ArchiveJson.Options)!),
            streams, records, entry, moment.Entry, names);
        var erased = batch.Documents<LedgerEntry>(
            $"""
            select data from {session.Generation.Entries}
            where id <= $3 and data ? 'erased'
              and (stream = any($1) or stream in (select stream from {session.Generation.ClaimVersions} where record = any($2)))
            """,
            streams, records, moment.Entry);
        if (withholding.IsNeeded)
        {
            withholding.Governance.AskForRecords(batch, claims.Select(ArchiveId.RecordOf).Concat(records));
            withholding.Governance.AskForClaims(batch, claims);
            withholding.Governance.AskForClaimsOf(batch, records);
        }

        await batch.ExecuteAsync(cancellationToken);
        return found.ConvertAll(row => Of(row.Claim, row.Entry, row.Change)).Concat(erased.ConvertAll(Of));
    }

    private ReferenceChange Of(string claim, long entry, Change change)
    {
        var kind = KindsByName[change.Type[..change.Type.IndexOf('.', StringComparison.Ordinal)]];
        return withholding.Withholds(StreamName.OfClaim(claim))
            ? new ReferenceChange(claim, kind, entry, change.RecordedAt, null, null, null, null, withholding.OfClaim(claim))
            : new ReferenceChange(claim, kind, entry, change.RecordedAt, change.Reason, change.Fault, change.Words, change.Notice);
    }

    private ReferenceChange Of(LedgerEntry entry)
    {
        var (claim, erased) = (StreamName.IdOf(entry.Stream), entry.Erased!);
        return withholding.Withholds(entry.Stream)
            ? new ReferenceChange(claim, ReferenceChangeKind.ErasedFromLog, entry.Id, entry.RecordedAt, null, null, null, null, withholding.OfClaim(claim))
            : new ReferenceChange(claim, ReferenceChangeKind.ErasedFromLog, entry.Id, entry.RecordedAt, JsonNamingPolicy.KebabCaseLower.ConvertName(erased.Reason.ToString()), null, erased.Reference, null);
    }
}
