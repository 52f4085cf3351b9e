using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Exports;

/// <summary>
/// What a record's exports are made of, as of a moment. Sources and names are held whole; claims, each with its past, come a few at a time, as
/// often as they are asked for.
/// </summary>
internal sealed class RecordMaterial
{
    /// <summary>Claims that are in memory at once, each with all its versions.</summary>
    private const int ClaimsAtOnce = 100;

    private readonly Snapshot _snapshot;
    private readonly string[] _authorities;
    private IReadOnlyList<ClaimPast>? _only;

    private RecordMaterial(Snapshot snapshot, RecordVersion record, string digest, string[] authorities, ExportIris iris)
    {
        _snapshot = snapshot;
        _authorities = authorities;
        Record = record;
        Digest = digest;
        Iris = iris;
    }

    public Moment Moment => _snapshot.Moment;

    public RecordVersion Record { get; }

    public string Digest { get; }

    public ExportIris Iris { get; }

    /// <summary>Ids of the claims, in the order in which they occurred.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Every source that the record, its claims or one of these sources ever named, by id.</summary>
    public IReadOnlyDictionary<string, SourceVersion> Sources => Voices.Sources;

    /// <summary>Who repeats whom among the sources.</summary>
    public required Voices Voices { get; init; }

    /// <summary>The names that authorities go by, by id.</summary>
    public required IReadOnlyDictionary<string, string> Authorities { get; init; }

    /// <summary>Who actors are, by their opaque ids; absent of those who were never registered.</summary>
    public required IReadOnlyDictionary<string, ActorName> Actors { get; init; }

    public IEnumerable<string> SourceIds => Sources.Keys.Order(StringComparer.Ordinal);

    /// <summary>A source as far as whoever asks may see it; null where they may not.</summary>
    public Source? Find(string source) => Sources.GetValueOrDefault(source) is { Withheld: null } version ? version.State : null;

    /// <returns>Null where there is no such record.</returns>
    public static async Task<RecordMaterial?> LoadAsync(Snapshot snapshot, string record)
    {
        if (await snapshot.RecordAsync(record) is not { } version)
            return null;
        var reached = await snapshot.StreamsReachedByAsync(record);
        var authorities = Ids(reached, StreamName.AuthorityPrefix).Order(StringComparer.Ordinal).ToArray();
        return new RecordMaterial(snapshot, version, await snapshot.DigestAsync(record), authorities, new ExportIris(snapshot.Moment.Log))
        {
            Claims = await OrderedClaimsAsync(snapshot, record),
            Voices = await Voices.LoadAsync(snapshot, Ids(reached, StreamName.SourcePrefix)),
            Actors = (await snapshot.AllActorsAsync()).ToDictionary(actor => actor.State.Id, actor => new ActorName(actor.State.Name, actor.State.Kind), StringComparer.Ordinal),
            Authorities = await AuthorityNames.FindAsync(snapshot, authorities),
        };
    }

    /// <summary>Each claim with its past, in the order of <see cref="Claims"/>.</summary>
    public async IAsyncEnumerable<ClaimPast> ClaimsAsync()
    {
        foreach (var chunk in Claims.Chunk(ClaimsAtOnce))
        {
            // A small record is asked for its claims once, however often they are gone through.
            var pasts = _only ?? await PastsAsync(chunk);
            if (Claims.Count <= ClaimsAtOnce)
                _only = pasts;
            foreach (var past in pasts)
                yield return past;
        }
    }

    public async Task<RecordPast> RecordPastAsync()
    {
        var versions = await _snapshot.RecordHistoryAsync(Record.State.Id);
        return new RecordPast(versions, await EventsAsync(versions.Select(version => version.FromEntry)));
    }

    /// <summary>Each source with its past, by id.</summary>
    public async IAsyncEnumerable<SourcePast> SourcesAsync()
    {
        foreach (var chunk in SourceIds.Chunk(ClaimsAtOnce))
        {
            var versions = await _snapshot.SourceHistoriesAsync(chunk);
            var events = await EventsAsync(versions.Select(version => version.FromEntry));
            foreach (var past in versions.GroupBy(version => version.State.Id, StringComparer.Ordinal).OrderBy(past => past.Key, StringComparer.Ordinal))
                yield return new SourcePast([.. past], events);
        }
    }

    /// <summary>Each authority with its past, by id.</summary>
    public async IAsyncEnumerable<AuthorityPast> AuthoritiesAsync()
    {
        foreach (var chunk in _authorities.Chunk(ClaimsAtOnce))
        {
            var versions = await _snapshot.AuthorityHistoriesAsync(chunk);
            var events = await EventsAsync(versions.Select(version => version.FromEntry));
            foreach (var past in versions.GroupBy(version => version.State.Id, StringComparer.Ordinal).OrderBy(past => past.Key, StringComparer.Ordinal))
                yield return new AuthorityPast([.. past], events);
        }
    }

    private async Task<IReadOnlyList<ClaimPast>> PastsAsync(string[] claims)
    {
        var versions = await _snapshot.ClaimHistoriesAsync(claims);
        var events = await EventsAsync(versions.Select(version => version.FromEntry));
        var byId = versions.ToLookup(version => version.State.Id, StringComparer.Ordinal);
        return claims.Select(claim => new ClaimPast([.. byId[claim]], events)).ToArray();
    }

    private async Task<IReadOnlyDictionary<long, EventView>> EventsAsync(IEnumerable<long> entries) =>
        (await _snapshot.EntriesAsync(entries)).ToDictionary(entry => entry.Id, entry => entry.ToView());

    /// <summary>Of each claim only what it is ordered by is kept.</summary>
    private static async Task<IReadOnlyList<string>> OrderedClaimsAsync(Snapshot snapshot, string record)
    {
        var keys = new List<(string Id, HistoricalDate? Occurred, long FirstEntry)>();
        foreach (var chunk in (await snapshot.ClaimIdsOfAsync(record)).Chunk(ClaimsAtOnce))
            keys.AddRange((await snapshot.ClaimsAsync(chunk)).Select(claim => (claim.State.Id, claim.State.Content.Occurred, claim.FirstEntry)));
        keys.Sort((a, b) => HistoricalDate.CompareForSorting(a.Occurred, b.Occurred) is not 0 and var order ? order : a.FirstEntry.CompareTo(b.FirstEntry));
        return keys.Select(key => key.Id).ToArray();
    }

    private static string[] Ids(IEnumerable<string> streams, string prefix) =>
        streams.Where(stream => stream.StartsWith(prefix, StringComparison.Ordinal)).Select(StreamName.IdOf).ToArray();
}
