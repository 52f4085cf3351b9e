using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Tests.Claims;
using Archive.Tests.Sources;
using static Archive.Tests.Access.AccessSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Access;

public sealed class GovernanceDeciderTests
{
    [Fact]
    public void Closing_a_record_says_until_when_and_by_what_law() =>
        Given(Opened).When(r => GovernanceDecider.SetAccess(Governed.Of(r), OfRecord, null, Deed, "asked for", "2026"))
            .Then(new AccessSet(OfRecord, null, Deed, "asked for", "2026")).Governance!.Access.ShouldBe(Deed);

    [Fact]
    public void Closing_a_claim_leaves_its_content_as_it_was() =>
        Given(ClaimSamples.Recorded).When(c => GovernanceDecider.SetAccess(Governed.Of(c), OfClaim, null, Deed, "asked for", null))
            .Then(new AccessSet(OfClaim, null, Deed, "asked for")).Content.ShouldBe(ClaimSamples.Content);

    [Fact]
    public void Restricting_a_capture_leaves_its_source_open()
    {
        var governance = Given(SourceSamples.Registered, Captured).When(s => GovernanceDecider.SetAccess(Governed.Of(s), OfSource, Bytes, Staff, "licence", null))
            .Then(new AccessSet(OfSource, Bytes, Staff, "licence")).Governance!;
        governance.AccessOf(Bytes).ShouldBe(Staff);
        governance.AccessOf(null).ShouldBe(AccessRule.Open);
        governance.AccessOf(OtherBytes).ShouldBe(AccessRule.Open);
    }

    [Fact]
    public void Access_of_a_capture_that_the_source_does_not_have_is_refused() =>
        Given(SourceSamples.Registered, Captured).When(s => GovernanceDecider.SetAccess(Governed.Of(s), OfSource, OtherBytes, Staff, "licence", null)).ThenRefused("capture-unknown");

    [Fact]
    public void Setting_access_that_is_set_already_changes_nothing()
    {
        Given(Opened, new AccessSet(OfRecord, null, Staff, "licence"))
            .When(r => GovernanceDecider.SetAccess(Governed.Of(r), OfRecord, null, Staff with { Roles = [Role.Editor, Role.Contributor, Role.Editor] }, "again", null)).ThenNothing();
        Given(Opened).When(r => GovernanceDecider.SetAccess(Governed.Of(r), OfRecord, null, AccessRule.Open, "again", null)).ThenNothing();
    }

    [Fact]
    public void What_was_closed_can_be_opened_again() =>
        Given(Opened, new AccessSet(OfRecord, null, Deed, "asked for")).When(r => GovernanceDecider.SetAccess(Governed.Of(r), OfRecord, null, AccessRule.Open, "the donor agreed", null))
            .Then(new AccessSet(OfRecord, null, AccessRule.Open, "the donor agreed")).Governance!.AccessOf(null).ShouldBe(AccessRule.Open);

    [Theory]
    [InlineData(OfRecord, "record-unknown")]
    [InlineData(OfClaim, "claim-unknown")]
    [InlineData(OfSource, "source-unknown")]
    public void What_is_not_there_can_be_neither_closed_nor_held(string subject, string code)
    {
        Given(ClaimSamples.Nothing).When(_ => GovernanceDecider.SetAccess(null, subject, null, Deed, "x", null)).ThenRefused(code);
        Given(ClaimSamples.Nothing).When(_ => GovernanceDecider.PlaceHold(null, subject, null, "Order", "x", null)).ThenRefused(code);
        Given(ClaimSamples.Nothing).When(_ => GovernanceDecider.LiftHold(null, subject, 1, "x", null)).ThenRefused(code);
    }

    [Fact]
    public void A_claim_that_is_only_proposed_is_no_claim_yet() =>
        Governed.Of(ClaimCiting(ClaimSamples.Id, null, "s") with { Version = 0 }).ShouldBeNull();

    [Fact]
    public void A_refusal_does_not_tell_the_title_of_a_closed_record()
    {
        string Message(params IRecordEvent[] past) => ((Decision.Refused)RecordDecider.Open(
            past.Aggregate((HappeningRecord?)null, HappeningRecord.Evolve), "visit-2023", new RecordDraft("T"), null, KnownStreams.All)).Refusal.Message;
        Message(Opened).ShouldContain("'The visit'");
        Message(Opened, new AccessSet(OfRecord, null, Deed, "asked for")).ShouldNotContain("The visit");
    }

    [Fact]
    public void Holds_are_numbered_and_no_number_is_given_twice()
    {
        var lifted = new HoldLifted(OfRecord, 1, "over");
        Given(Opened, new HoldPlaced(OfRecord, 1, "Order", "a case"), lifted).When(r => GovernanceDecider.PlaceHold(Governed.Of(r), OfRecord, null, "Order", "a case", "2026"))
            .Then(new HoldPlaced(OfRecord, 2, "Order", "a case", null, "2026"))
            .Governance!.Holds.ShouldBe([new Hold(1, "a case", "Order", null, "over"), new Hold(2, "a case", "Order")]);
    }

    [Fact]
    public void The_same_hold_is_not_placed_twice_and_another_is()
    {
        var held = Given(SourceSamples.Registered, Captured, new HoldPlaced(OfSource, 1, "Order", "a case"));
        held.When(s => GovernanceDecider.PlaceHold(Governed.Of(s), OfSource, null, "Order", "a case", null)).ThenNothing();
        held.When(s => GovernanceDecider.PlaceHold(Governed.Of(s), OfSource, Bytes, "Order", "a case", null)).Then(new HoldPlaced(OfSource, 2, "Order", "a case", Bytes));
    }

    [Fact]
    public void A_hold_on_a_capture_that_the_source_does_not_have_is_refused() =>
        Given(SourceSamples.Registered).When(s => GovernanceDecider.PlaceHold(Governed.Of(s), OfSource, Bytes, "Order", "x", null)).ThenRefused("capture-unknown");

    [Fact]
    public void Lifting_a_hold_that_is_not_there_is_refused() =>
        Given(Opened).When(r => GovernanceDecider.LiftHold(Governed.Of(r), OfRecord, 1, "x", null)).ThenRefused("hold-unknown");

    [Fact]
    public void Lifting_a_hold_twice_is_refused() =>
        Given(Opened, new HoldPlaced(OfRecord, 1, "Order", "a case"), new HoldLifted(OfRecord, 1, "over"))
            .When(r => GovernanceDecider.LiftHold(Governed.Of(r), OfRecord, 1, "x", null)).ThenRefused("hold-already-lifted");

    [Fact]
    public void A_source_that_was_merged_can_still_be_closed() =>
        Given(SourceSamples.Registered, SourceSamples.Merged).When(s => GovernanceDecider.SetAccess(Governed.Of(s), OfSource, null, Deed, "x", null)).Then(new AccessSet(OfSource, null, Deed, "x"));
}
