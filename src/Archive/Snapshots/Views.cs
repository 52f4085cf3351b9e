using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Records;

namespace Archive.Snapshots;

/// <summary>From documents to what is answered.</summary>
internal static class Views
{
    public static ClaimView Of(ClaimVersion version)
    {
        var claim = version.State;
        return new ClaimView(
            claim.Id,
            claim.Content.Particulars.Kind,
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
            version.Change.RecordedAt);
    }

    public static RecordView Of(RecordVersion version) =>
        new(version.State.Id, version.State.Description, version.FirstEntry, version.FromEntry, version.Change.RecordedAt);

    public static SourceView Of(Source source) => new(
        source.Id, source.Description.ShownTitle(), source.Description, source.Origin, source.Reliability, source.MergedInto, source.Captures);

    /// <summary>What the authorities and sources of some claims stand for.</summary>
    public static async Task<Names> NamesAsync(Snapshot snapshot, IReadOnlyCollection<ClaimVersion> claims, IEnumerable<string>? moreAuthorities = null, IEnumerable<string>? moreSources = null) =>
        (await NamesAndVoicesAsync(snapshot, claims, moreAuthorities, moreSources)).Names;

    /// <summary>The same, and who repeats whom among these sources.</summary>
    public static async Task<(Names Names, VoiceGraph Voices)> NamesAndVoicesAsync(
        Snapshot snapshot, IReadOnlyCollection<ClaimVersion> claims, IEnumerable<string>? moreAuthorities = null, IEnumerable<string>? moreSources = null)
    {
        var authorities = new HashSet<string>(moreAuthorities ?? [], StringComparer.Ordinal);
        var sources = new HashSet<string>(moreSources ?? [], StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            authorities.UnionWith(claim.State.Content.Authorities());
            AddCited(claim.State, sources);
        }

        var (voices, known) = await Sources.VoiceGraphs.LoadAsync(snapshot, sources);
        var names = new Names(
            Sorted(await AuthorityNames.FindAsync(snapshot, authorities)),
            Sorted(known.ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal)));
        return (names, voices);
    }

    /// <summary>How many voices stand behind some claims, by claim.</summary>
    public static IReadOnlyDictionary<string, Corroboration> Support(IEnumerable<ClaimVersion> claims, VoiceGraph voices) =>
        new SortedDictionary<string, Corroboration>(claims.ToDictionary(claim => claim.State.Id, claim => Corroborations.Of(claim.State, voices), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>By id: the same answer is the same to the last byte, whatever order the database found things in.</summary>
    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> byId) =>
        new(byId.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Every source that a claim names: in its citations, its disputes and their resolutions.</summary>
    private static void AddCited(Claim claim, HashSet<string> sources)
    {
        Add(claim.Citations);
        foreach (var dispute in claim.Disputes)
        {
            foreach (var version in dispute.Versions)
                Add(version.Citations);
            if (dispute.Resolution is { } resolution)
                Add(resolution.Citations);
        }

        void Add(ValueList<Citation> citations)
        {
            foreach (var citation in citations)
                sources.Add(citation.Source);
        }
    }
}
