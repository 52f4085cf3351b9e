using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Domain.Access;

/// <summary>
/// Which holds stand against erasing something. A hold on a source or capture covers the capture; one on a claim covers the claim and the captures of
/// the sources that it cites; one on a record covers its claims and these. Sources that were merged are one, and captures with the same bytes
/// are one. Where more is given than bears on the question, the rest does not count.
/// </summary>
/// <param name="records">The records, claims and sources as of the entry of the request.</param>
/// <param name="claims">Among them every claim that cites the sources in question or a source merged with them.</param>
/// <param name="sources">Among them every source that has the captures in question or was merged with one that has.</param>
public sealed class HoldsOver(IEnumerable<HappeningRecord> records, IEnumerable<Claim> claims, IEnumerable<Source> sources)
{
    private readonly Dictionary<string, HappeningRecord> _records = records.ToDictionary(record => record.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _claims = claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);

    /// <param name="subject">Stream of the record, claim, source or actor; nothing is ever held over an actor.</param>
    /// <param name="capture">SHA-256 of the source's capture; null for all that the stream is about.</param>
    public ValueList<HoldInForce> Find(string subject, string? capture)
    {
        var id = StreamName.IdOf(subject);
        if (subject.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal))
            return OfSource(id, capture).ToValueList();
        if (subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal))
            return OfClaims([id]).ToValueList();
        return subject.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal) ? OfRecord(id).ToValueList() : [];
    }

    /// <summary>The sources that are one with a source: merged with it, or holding the same bytes, or merged with one that holds them.</summary>
    public static HashSet<string> OneWith(string source, string? capture, IReadOnlyDictionary<string, Source> sources)
    {
        var graph = new VoiceGraph(sources);
        var roots = sources.Values
            .Where(known => capture is not null && (known.Captures ?? []).Any(copy => copy.Digest == capture))
            .Select(known => graph.Canonical(known.Id))
            .Append(graph.Canonical(source))
            .ToHashSet(StringComparer.Ordinal);
        return sources.Keys.Where(id => roots.Contains(graph.Canonical(id))).ToHashSet(StringComparer.Ordinal);
    }

    private IEnumerable<HoldInForce> OfSource(string id, string? capture)
    {
        var same = OneWith(id, capture, _sources);
        var own = same.Order(StringComparer.Ordinal).SelectMany(source => InForce(StreamName.OfSource(source), _sources[source].Governance))
            .Where(held => capture is null || held.Hold.Capture is null || held.Hold.Capture == capture);
        return own.Concat(OfClaims(_claims.Values.Where(claim => claim.CitedSources().Any(same.Contains)).Select(claim => claim.Id)));
    }

    private IEnumerable<HoldInForce> OfClaims(IEnumerable<string> ids)
    {
        var held = ids.Order(StringComparer.Ordinal).ToArray();
        return held.SelectMany(id => InForce(StreamName.OfClaim(id), _claims.GetValueOrDefault(id)?.Governance))
            .Concat(held.Select(ArchiveId.RecordOf).Distinct(StringComparer.Ordinal).SelectMany(OwnOfRecord));
    }

    private IEnumerable<HoldInForce> OfRecord(string id) => OwnOfRecord(id).Concat(
        _claims.Values.Where(claim => ArchiveId.RecordOf(claim.Id) == id).OrderBy(claim => claim.Id, StringComparer.Ordinal)
            .SelectMany(claim => InForce(StreamName.OfClaim(claim.Id), claim.Governance)));

    private IEnumerable<HoldInForce> OwnOfRecord(string id) => InForce(StreamName.OfRecord(id), _records.GetValueOrDefault(id)?.Governance);

    private static IEnumerable<HoldInForce> InForce(string subject, Governance? governance) =>
        (governance?.Holds ?? []).Where(hold => hold.IsInForce).Select(hold => new HoldInForce(subject, hold));
}
