using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Sources;
using Archive.Tests.Claims;
using CsCheck;

namespace Archive.Tests.Sources;

public sealed class IndependentOriginsTests
{
    private const int Most = 9;

    /// <summary>Any graph: chains, likely ties, merges of what others repeat, circles of either that no decider prevented.</summary>
    private static readonly Gen<Dictionary<string, Source>> Graphs =
        from count in Gen.Int[1, Most]
        from ties in Gen.Select(Gen.Int[-6, Most - 1], Gen.Bool, Gen.Int[-16, Most - 1]).Array[count]
        select ties.Select((tie, i) => new Source(
                Id(i),
                SourceSamples.Description,
                tie.Item1 < 0 ? null : new SourceOrigin(Id(tie.Item1 % count), tie.Item2),
                null,
                tie.Item3 < 0 ? null : Id(tie.Item3 % count)))
            .ToDictionary(source => source.Id, StringComparer.Ordinal);

    private static readonly Gen<(Dictionary<string, Source> Sources, (int Source, Stance Stance)[] Cited)> Cases =
        Gen.Select(Graphs, Gen.Select(Gen.Int[0, Most - 1], Gen.Enum<Stance>()).Array[1, 12]);

    [Fact]
    public void As_many_origins_are_counted_as_there_are_voices_that_nothing_ties_together()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        Cases.Sample(x =>
        {
            var claim = Citing(x.Cited.Select(cited => (Id(cited.Source % x.Sources.Count), cited.Stance)));

            var counted = Corroborations.Of(claim, All(x.Sources));

            counted.Supporting.Count.ShouldBe(IndependentOrigins.Count(x.Sources, Cited(claim, Stance.Supports)));
            counted.Contradicting.Count.ShouldBe(IndependentOrigins.Count(x.Sources, Cited(claim, Stance.Contradicts)));
            (counted.Citations.Supports + counted.Citations.Contradicts + counted.Citations.Mentions).ShouldBe(claim.Citations.Count);
            counted.Sources.ShouldBeInRange(counted.Supporting.Count, counted.Citations.Supports);
            counted.ContradictingSources.ShouldBeInRange(counted.Contradicting.Count, counted.Citations.Contradicts);
            seen[counted.Cycles.Count > 0 ? "circle" : "no circle"] = true;
            seen[counted.Supporting.Count switch { 0 => "none", 1 => "one", _ => "several" }] = true;
            if (x.Sources.Values.Any(source => source.MergedInto is not null))
                seen["merge"] = true;
        }, iter: 20_000);
        seen.Keys.Order(StringComparer.Ordinal).ShouldBe(["circle", "merge", "no circle", "none", "one", "several"]);
    }

    [Fact]
    public void An_origin_that_is_only_likely_ties_as_a_certain_one_does() => Cases.Sample(x =>
    {
        var certain = x.Sources.ToDictionary(pair => pair.Key, pair => pair.Value with { Origin = pair.Value.Origin is { } origin ? origin with { Likely = false } : null }, StringComparer.Ordinal);
        var claim = Citing(x.Cited.Select(cited => (Id(cited.Source % x.Sources.Count), cited.Stance)));

        Corroborations.Of(claim, All(certain)).Supporting.ShouldBe(Corroborations.Of(claim, All(x.Sources)).Supporting);
    });

    private static Voices All(Dictionary<string, Source> sources) => Voices.Of(sources.Values.Select(source => new SourceVersion { State = source }));

    private static string Id(int i) => $"s{i}";

    private static IEnumerable<string> Cited(Claim claim, Stance stance) => claim.Citations.Where(citation => citation.Stance == stance).Select(citation => citation.Source);

    private static Claim Citing(IEnumerable<(string Source, Stance Stance)> cited) => ClaimSamples.Citing(cited.Select((citation, i) =>
        new Citation(i + 1, citation.Source, citation.Stance, CitedPart.All, null, null, null)));
}
