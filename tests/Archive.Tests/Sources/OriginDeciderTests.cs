using Archive.Domain;
using Archive.Domain.Sources;
using static Archive.Tests.Scenarios;
using static Archive.Tests.Sources.SourceSamples;

namespace Archive.Tests.Sources;

public sealed class OriginDeciderTests
{
    [Fact]
    public void Establishing_an_origin_names_the_voice_that_is_repeated() =>
        Given(Registered).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, NoFurtherVoice, "byline", "2026"))
            .Then(new SourceOriginEstablished(Id, Xinhua, "byline", "2026")).Origin.ShouldBe(Xinhua);

    [Fact]
    public void Establishing_the_same_origin_again_changes_nothing() =>
        Given(Registered, OriginEstablished).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, NoFurtherVoice, "again", null)).ThenNothing();

    [Fact]
    public void A_likely_origin_can_become_certain() =>
        Given(Registered, new SourceOriginEstablished(Id, Xinhua with { Likely = true })).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, NoFurtherVoice, null, null))
            .Then(new SourceOriginEstablished(Id, Xinhua)).Origin.ShouldBe(Xinhua);

    [Fact]
    public void Establishing_an_origin_of_a_source_that_is_not_there_is_refused() =>
        Given(Nothing).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, NoFurtherVoice, null, null)).ThenRefused("source-unknown");

    [Fact]
    public void Establishing_an_origin_of_a_source_that_was_merged_is_refused() =>
        Given(Registered, Merged).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, NoFurtherVoice, null, null)).ThenRefused("source-merged");

    [Fact]
    public void Establishing_an_origin_that_is_not_there_is_refused() =>
        Given(Registered).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, null, null, null)).ThenRefused("source-unknown");

    [Fact]
    public void Establishing_a_source_as_its_own_origin_is_refused() =>
        Given(Registered).When(s => SourceDecider.EstablishOrigin(s, Id, new SourceOrigin(Id, true), NoFurtherVoice, null, null)).ThenRefused("origin-cycle");

    [Fact]
    public void Establishing_an_origin_that_goes_back_to_the_source_is_refused() =>
        Given(Registered).When(s => SourceDecider.EstablishOrigin(s, Id, Xinhua, new OriginChain(["between", Id]), null, null)).ThenRefused("origin-cycle");

    [Fact]
    public void Withdrawing_an_origin_leaves_the_source_speaking_for_itself() =>
        Given(Registered, OriginEstablished).When(s => SourceDecider.WithdrawOrigin(s, Id, "its own text", "2026"))
            .Then(new SourceOriginWithdrawn(Id, "xinhua", "its own text", "2026")).Origin.ShouldBeNull();

    [Fact]
    public void Withdrawing_an_origin_that_was_never_established_is_refused() =>
        Given(Registered).When(s => SourceDecider.WithdrawOrigin(s, Id, "x", null)).ThenRefused("origin-unknown");

    [Fact]
    public void Withdrawing_an_origin_twice_is_refused() =>
        Given(Registered, OriginEstablished, new SourceOriginWithdrawn(Id, "xinhua", "x")).When(s => SourceDecider.WithdrawOrigin(s, Id, "x", null)).ThenRefused("origin-unknown");

    [Fact]
    public void Withdrawing_an_origin_of_a_source_that_is_not_there_is_refused() =>
        Given(Nothing).When(s => SourceDecider.WithdrawOrigin(s, Id, "x", null)).ThenRefused("source-unknown");

    [Fact]
    public void Withdrawing_an_origin_of_a_source_that_was_merged_is_refused() =>
        Given(Registered, OriginEstablished, Merged).When(s => SourceDecider.WithdrawOrigin(s, Id, "x", null)).ThenRefused("source-merged");

    [Fact]
    public void Events_on_origins_refer_to_the_voice()
    {
        ((IArchiveEvent)OriginEstablished).References.ShouldBe(["source/xinhua"]);
        ((IArchiveEvent)new SourceOriginWithdrawn(Id, "xinhua", "x")).References.ShouldBe(["source/xinhua"]);
        ((IArchiveEvent)Merged).References.ShouldBe(["source/nea"]);
    }
}
