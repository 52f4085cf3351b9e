using Archive.Authorities;
using Archive.Claims;
using Archive.Records;
using Archive.Sources;

namespace Archive.Snapshots;

/// <summary>From documents to what is answered.</summary>
internal static class Views
{
    public static ClaimView Of(ClaimVersion version)
    {
        var claim = version.State;
        if (version.Withheld is not null)
            return new ClaimView(claim.Id, null, null, null, null, null, null, null, null, null, version.FirstEntry, version.FromEntry, version.Change.RecordedAt, Withheld: version.Withheld);
        return new ClaimView(
            claim.Id,
            claim.KindErased is true ? null : claim.Content.Particulars.Kind,
            claim.Version,
            claim.Status,
            claim.Rank,
            claim.Credibility,
            claim.Content,
            claim.Citations,
            claim.Disputes,
            claim.Retraction,
            version.FirstEntry,
            version.FromEntry,
            version.Change.RecordedAt,
            claim.Erased,
            claim.ErasedEvents,
            WithheldQuotes: version.WithheldQuotes);
    }

    public static RecordView Of(RecordVersion version) => new(
        version.State.Id, version.Withheld is null ? version.State.Description : null, version.FirstEntry, version.FromEntry, version.Change.RecordedAt, version.Withheld is null ? version.State.ErasedEvents : null, version.Withheld);

    public static SourceView Of(SourceVersion version)
    {
        var source = version.State;
        return version.Withheld is not null
            ? new SourceView(source.Id, null, null, null, null, null, null, Withheld: version.Withheld)
            : new SourceView(
                source.Id, source.Description.ShownTitle(), source.Description, source.Origin, source.Reliability, source.MergedInto, source.Captures, source.Erased, source.ErasedEvents, WithheldCaptures: version.WithheldCaptures);
    }

    /// <summary>What the authorities and sources of some claims stand for.</summary>
    public static async Task<Names> NamesAsync(Snapshot snapshot, IReadOnlyCollection<ClaimVersion> claims, IEnumerable<string>? moreAuthorities = null, IEnumerable<string>? moreSources = null) =>
        (await NamesAndVoicesAsync(snapshot, claims, moreAuthorities, moreSources)).Names;

    /// <summary>The same, and who repeats whom among these sources.</summary>
    public static async Task<(Names Names, Voices Voices)> NamesAndVoicesAsync(
        Snapshot snapshot, IReadOnlyCollection<ClaimVersion> claims, IEnumerable<string>? moreAuthorities = null, IEnumerable<string>? moreSources = null)
    {
        var authorities = new HashSet<string>(moreAuthorities ?? [], StringComparer.Ordinal);
        var sources = new HashSet<string>(moreSources ?? [], StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            authorities.UnionWith(claim.State.Content.Authorities());
            sources.UnionWith(claim.State.CitedSources());
        }

        var voices = await Voices.LoadAsync(snapshot, sources);
        var names = new Names(
            Sorted(await AuthorityNames.FindAsync(snapshot, authorities)),
            Sorted(voices.Sources.ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal)));
        return (names, voices);
    }

    /// <summary>How many voices stand behind some claims, by claim.</summary>
    public static IReadOnlyDictionary<string, Corroboration> Support(IEnumerable<ClaimVersion> claims, Voices voices) =>
        new SortedDictionary<string, Corroboration>(claims.Where(claim => claim.Withheld is null).ToDictionary(claim => claim.State.Id, claim => Corroborations.Of(claim.State, voices), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The same names, and those of some actors.</summary>
    public static async Task<Names> WithActorsAsync(Names names, Snapshot snapshot, IEnumerable<string> actors)
    {
        var known = await snapshot.ActorsAsync(actors.Distinct(StringComparer.Ordinal));
        return known.Count == 0
            ? names
            : names with { Actors = Sorted(known.ToDictionary(version => version.State.Id, version => new ActorName(version.State.Name, version.State.Kind), StringComparer.Ordinal)) };
    }

    /// <summary>The same names, and those of everybody who had a part in some entries.</summary>
    public static Task<Names> WithActorsAsync(Names names, Snapshot snapshot, IEnumerable<EventView> entries) =>
        WithActorsAsync(names, snapshot, entries.SelectMany(entry => entry.Actors));

    /// <summary>By id: the same answer is the same to the last byte, whatever order the database found things in.</summary>
    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> byId) =>
        new(byId.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
