using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Tests.Access;
using Archive.Tests.Claims;
using Archive.Tests.Sources;
using static Archive.Tests.Access.AccessSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Evidence;

public sealed class ErasureDeciderTests
{
    private const string OfActor = "actor/a-7";

    private static readonly IReadOnlySet<int> NoneInVain = new HashSet<int>();

    private static readonly ErasureOrder Order = new(ErasureReason.PersonalData, "GDPR, Article 17", "She objected.", "2026");

    private static readonly string Digest = new('d', 64);

    private static readonly ClaimRecorded Sensitive = new(ClaimSamples.Id, ClaimSamples.Content with { Kept = Digest }, [ClaimSamples.Cited(1, ClaimSamples.Wikipedia)]);

    private static readonly ActorRegistered Anna = new("a-7", ActorKind.Person, Role.Editor, null, Digest);

    [Fact]
    public void Erasing_a_capture_says_why_and_by_what_law_and_leaves_all_else()
    {
        var source = Given(SourceSamples.Registered, Captured).When(s => ErasureDecider.OfCapture(s, SourceSamples.Id, Bytes, Order, NoneInVain)).Then(Ordered(OfSource, 1, Bytes));
        source.Erased.ShouldBe([new Erasure(1, ErasureReason.PersonalData, "GDPR, Article 17", Bytes)]);
        source.Captures.ShouldBe([Copy(Bytes)]);
    }

    [Fact]
    public void Erasing_what_a_claim_says_covers_every_version_up_to_then()
    {
        var claim = Given(Sensitive, Corrected(2)).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, null, Order, NoneInVain)).Then(Ordered(OfClaim, 1));
        claim.Erased.ShouldBe([new Erasure(1, ErasureReason.PersonalData, "GDPR, Article 17", null, 1, 2)]);
        claim.Citations.Count.ShouldBe(1);
    }

    [Fact]
    public void One_version_can_be_erased_and_then_another() =>
        Given(Sensitive, Corrected(2), Ordered(OfClaim, 1, version: 1)).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, 2, Order, NoneInVain)).Then(Ordered(OfClaim, 2, version: 2));

    [Fact]
    public void What_a_claim_said_since_can_be_erased_too() =>
        Given(Sensitive, Ordered(OfClaim, 1), Corrected(2)).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, null, Order, NoneInVain)).Then(Ordered(OfClaim, 2))
            .Erased![1].LastVersion.ShouldBe(2);

    [Fact]
    public void Erasing_an_actors_name_leaves_the_actor() =>
        Given(Anna).When(a => ErasureDecider.OfActor(a, "a-7", Order, NoneInVain)).Then(Ordered(OfActor, 1)).Role.ShouldBe(Role.Editor);

    [Fact]
    public void What_was_ordered_before_is_refused()
    {
        Given(SourceSamples.Registered, Captured, Ordered(OfSource, 1, Bytes)).When(s => ErasureDecider.OfCapture(s, SourceSamples.Id, Bytes, Order, NoneInVain)).ThenRefused("already-erased");
        Given(Sensitive, Corrected(2), Ordered(OfClaim, 1)).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, 1, Order, NoneInVain)).ThenRefused("already-erased");
        Given(Sensitive, Ordered(OfClaim, 1)).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, null, Order, NoneInVain)).ThenRefused("already-erased");
        Given(Anna, (IActorEvent)Ordered(OfActor, 1)).When(a => ErasureDecider.OfActor(a, "a-7", Order, NoneInVain)).ThenRefused("already-erased");
    }

    [Fact]
    public void What_was_ordered_in_vain_can_be_ordered_again() =>
        Given(SourceSamples.Registered, Captured, Ordered(OfSource, 1, Bytes)).When(s => ErasureDecider.OfCapture(s, SourceSamples.Id, Bytes, Order, new HashSet<int> { 1 })).Then(Ordered(OfSource, 2, Bytes));

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Given(Array.Empty<Domain.Sources.ISourceEvent>()).When(s => ErasureDecider.OfCapture(s, "s", Bytes, Order, NoneInVain)).ThenRefused("source-unknown");
        Given(SourceSamples.Registered, Captured).When(s => ErasureDecider.OfCapture(s, SourceSamples.Id, OtherBytes, Order, NoneInVain)).ThenRefused("capture-unknown");
        Given(ClaimSamples.Nothing).When(c => ErasureDecider.OfClaim(c, "r/c", null, Order, NoneInVain)).ThenRefused("claim-unknown");
        Given(Sensitive).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, 2, Order, NoneInVain)).ThenRefused("version-unknown");
        Given(Array.Empty<IActorEvent>()).When(a => ErasureDecider.OfActor(a, "a-7", Order, NoneInVain)).ThenRefused("actor-unknown");
    }

    [Fact]
    public void What_stands_in_the_log_itself_is_refused_with_what_to_do()
    {
        Given(ClaimSamples.Recorded).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, null, Order, NoneInVain)).ThenRefused("not-sensitive");
        Given(Anna with { Name = "Anna", Kept = null }).When(a => ErasureDecider.OfActor(a, "a-7", Order, NoneInVain)).ThenRefused("not-sensitive");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData('a', true)]
    [InlineData('b', false)]
    public void A_hold_in_the_same_stream_refuses_what_is_under_it(char? held, bool refused)
    {
        var scenario = Given(SourceSamples.Registered, Captured, new HoldPlaced(OfSource, 1, "Order of 2026", "a case", held is { } digit ? new string(digit, 64) : null))
            .When(s => ErasureDecider.OfCapture(s, SourceSamples.Id, Bytes, Order, NoneInVain));
        if (refused)
            scenario.ThenRefused("under-hold");
        else
            scenario.Then(Ordered(OfSource, 1, Bytes));
    }

    [Fact]
    public void A_hold_on_a_claim_refuses_until_it_is_lifted()
    {
        IClaimEvent[] held = [Sensitive, new HoldPlaced(OfClaim, 1, "Order of 2026", "a case")];
        Given(held).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, null, Order, NoneInVain)).ThenRefused("under-hold");
        Given([.. held, new HoldLifted(OfClaim, 1, "closed")]).When(c => ErasureDecider.OfClaim(c, ClaimSamples.Id, null, Order, NoneInVain)).Then(Ordered(OfClaim, 1));
    }

    private static ContentErased Ordered(string subject, int number, string? capture = null, int? version = null) =>
        new(subject, number, Order.Reason, Order.LegalReference, Order.Words, capture, version, Order.Decided);

    private static ClaimCorrected Corrected(int version) => new(
        ClaimSamples.Id, version, ClaimSamples.Content with { Says = "Otherwise", Kept = new string('e', 64) }, [ClaimSamples.Cited(1, ClaimSamples.Wikipedia)], CorrectionReason.Other, Fault.None, "w");
}
