using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Access;

/// <summary>Reads what bears on <see cref="HoldsOver"/> something as of a snapshot's moment. The snapshot has to withhold nothing.</summary>
internal static class HeldThings
{
    public static async Task<ValueList<HoldInForce>> FindAsync(Snapshot snapshot, string subject, string? capture)
    {
        var id = StreamName.IdOf(subject);
        IReadOnlyList<Source> sources = [];
        IReadOnlyList<ClaimVersion> claims = [];
        string[] records = [];
        if (subject.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal))
        {
            sources = (await snapshot.AllSourcesAsync()).Select(version => version.State).ToArray();
            var same = HoldsOver.OneWith(id, capture, sources.ToDictionary(source => source.Id, StringComparer.Ordinal));
            claims = await snapshot.ClaimsCitingAsync(same);
            records = claims.Select(claim => claim.Record).Distinct(StringComparer.Ordinal).ToArray();
        }
        else if (subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal))
        {
            claims = await snapshot.ClaimsAsync([id]);
            records = [ArchiveId.RecordOf(id)];
        }
        else if (subject.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal))
        {
            claims = await snapshot.ClaimsOfAsync(id);
            records = [id];
        }

        var found = await snapshot.RecordsAsync(records);
        return new HoldsOver(found.Select(version => version.State), claims.Select(version => version.State), sources).Find(subject, capture);
    }
}
