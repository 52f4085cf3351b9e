using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Sources;
using Archive.Tests.Sources;
using static Archive.Provenance.EvidenceFinding;

namespace Archive.Tests.Claims;

public sealed class EvidenceFindingsTests
{
    private static readonly Capture Held = new(new string('a', 64), 1, "text/plain", null, DateTimeOffset.UnixEpoch, "desk", CaptureMethod.Download);

    private static readonly Dictionary<string, Source> Sources = new[]
    {
        Of("held") with { Captures = [Held] },
        Of("other") with { Captures = [Held] },
        Of("unseen"),
        Of("reprint") with { Captures = [Held], Origin = new SourceOrigin("held", true) },
        Of("lead") with { Captures = [Held], Description = SourceSamples.Description with { Weak = true } },
        Of("unreliable") with { Captures = [Held], Reliability = Reliability.E },
        Of("unjudged") with { Captures = [Held], Reliability = Reliability.F },
        Of("merged") with { MergedInto = "held" },
    }.ToDictionary(source => source.Id, StringComparer.Ordinal);

    [Fact]
    public void Nothing_is_found_where_two_voices_support_it_and_one_of_them_is_held() => Found(("held", Stance.Supports), ("unseen", Stance.Supports)).ShouldBeEmpty();

    [Fact]
    public void A_claim_all_of_whose_sources_are_cited_unseen_is_unseen() => Found(("unseen", Stance.Supports)).ShouldBe([Unseen, OneOrigin]);

    [Fact]
    public void A_source_that_was_merged_is_seen_where_the_one_that_stays_is() => Found(("merged", Stance.Supports), ("other", Stance.Supports)).ShouldBeEmpty();

    [Fact]
    public void Two_sources_of_one_voice_are_one_origin() => Found(("held", Stance.Supports), ("reprint", Stance.Supports)).ShouldBe([OneOrigin]);

    [Fact]
    public void A_mention_supports_nothing() => Found(("held", Stance.Mentions)).ShouldBe([Unsupported]);

    [Fact]
    public void A_contradiction_is_found_beside_all_support() =>
        Found(("held", Stance.Supports), ("other", Stance.Supports), ("lead", Stance.Contradicts)).ShouldBe([Contradicted]);

    [Fact]
    public void Leads_and_unreliable_sources_are_weak_together() => Found(("lead", Stance.Supports), ("unreliable", Stance.Supports)).ShouldBe([WeakOnly]);

    [Fact]
    public void One_source_that_is_not_weak_is_enough() => Found(("lead", Stance.Supports), ("held", Stance.Supports)).ShouldBeEmpty();

    [Fact]
    public void What_cannot_be_judged_is_not_weak() => Found(("lead", Stance.Supports), ("unjudged", Stance.Supports)).ShouldBeEmpty();

    private static Source Of(string id) => new(id, SourceSamples.Description, null, null, null);

    private static IReadOnlyList<EvidenceFinding> Found(params (string Source, Stance Stance)[] cited)
    {
        var claim = ClaimSamples.Citing(cited.Select((citation, i) => new Citation(i + 1, citation.Source, citation.Stance, CitedPart.All, null, null, null)));
        var voices = Voices.Of(Sources.Values.Select(source => new SourceVersion { State = source }));
        return EvidenceFindings.Of(claim, Corroborations.Of(claim, voices), voices);
    }
}
