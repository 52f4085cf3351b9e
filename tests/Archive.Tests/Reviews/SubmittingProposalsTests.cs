using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Domain.Time;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Reviews.ProposalSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Reviews;

public sealed class SubmittingProposalsTests
{
    [Fact]
    public void A_proposal_keeps_what_was_submitted_and_what_was_seen_of_the_claim()
    {
        var claim = Given(Recorded, CitedTass).When(c => ProposalDecider.Submit(c, Id, Retracting, "ann", "look", KnownStreams.All))
            .Then(new ProposalSubmitted(Id, 1, "ann", new SeenClaim(1, [1, 2]), ProposalKind.Retraction, Retracting, "look"));
        claim.Proposals.ShouldBe([new Proposal(1, "ann", ProposalKind.Retraction, ProposalState.Open, new ProposalTerms(new SeenClaim(1, [1, 2]), Retracting, "look"))]);
        claim.OpenProposals.ShouldBe(1);
    }

    [Fact]
    public void A_proposal_changes_nothing_else_about_the_claim()
    {
        var before = Given(Recorded, CitedTass, Disputed).State;
        Given(Recorded, CitedTass, Disputed, Submitted(1, Correcting)).State.ShouldBe(before with { Proposals = Given(Recorded, Submitted(1, Correcting)).State.Proposals });
    }

    [Fact]
    public void Proposals_are_numbered_whatever_became_of_those_before() =>
        Given(Recorded, Submitted(1, Another), new ProposalRejected(Id, 1, "no")).When(c => ProposalDecider.Submit(c, Id, Another, "ann", null, KnownStreams.All))
            .Then(Submitted(2, Another));

    [Fact]
    public void A_claim_that_is_only_proposed_is_no_claim()
    {
        var claim = Given(Nothing).When(c => ProposalDecider.Submit(c, Id, Claiming, "ann", null, KnownStreams.All)).Then(Submitted(1, Claiming));
        (claim.Version, claim.IsRecorded, claim.Content.Says).ShouldBe((0, false, ""));
        var proposed = Given(Submitted(1, Claiming));
        proposed.When(c => ClaimDecider.Rate(c, Id, 2, null, null)).ThenRefused("claim-unknown");
        proposed.When(c => ClaimDecider.Cite(c, Id, Tass, null, null, KnownStreams.All)).ThenRefused("claim-unknown");
        proposed.When(c => ProposalDecider.Submit(c, Id, Correcting, "ann", null, KnownStreams.All)).ThenRefused("claim-unknown");
        proposed.When(c => DisputeDecider.Reopen(c, Id, "q", "x", null)).ThenRefused("claim-unknown");
    }

    [Fact]
    public void A_claim_that_is_only_proposed_can_be_recorded_and_keeps_its_proposals()
    {
        var claim = Given(Submitted(1, Claiming)).When(c => ClaimDecider.Record(c, Id, Draft, [Wikipedia], null, KnownStreams.All)).Then(Recorded);
        claim.ShouldBe(Given(Recorded).State with { Proposals = Given(Submitted(1, Claiming)).State.Proposals });
    }

    [Fact]
    public void What_could_never_be_accepted_is_refused_at_once_as_the_change_itself_is()
    {
        Given(Recorded).When(c => ProposalDecider.Submit(c, Id, Claiming, "ann", null, KnownStreams.All)).ThenRefused("claim-exists");
        Given(Nothing).When(c => ProposalDecider.Submit(c, Id, Claiming, "ann", null, Without("record/visit-2023"))).ThenRefused("record-unknown");
        Given(Recorded).When(c => ProposalDecider.Submit(c, Id, Another, "ann", null, Without("source/tass-arrival"))).ThenRefused("source-unknown");
        Given(Recorded).When(c => ProposalDecider.Submit(c, Id, Another with { Citation = Wikipedia }, "ann", null, KnownStreams.All)).ThenRefused("citation-repeated");
        Given(Recorded, Retracted).When(c => ProposalDecider.Submit(c, Id, Retracting, "ann", null, KnownStreams.All)).ThenRefused("claim-already-retracted");
        Given(Recorded, Retracted).When(c => ProposalDecider.Submit(c, Id, Correcting, "ann", null, KnownStreams.All)).ThenRefused("claim-retracted");
        Given(Recorded).When(c => ProposalDecider.Submit(c, Id, Correcting with { Content = Draft, Citations = [Wikipedia] }, "ann", null, KnownStreams.All)).ThenRefused("nothing-corrected");
        Given(Recorded).When(c => ProposalDecider.Submit(c, Id, Correcting with { Content = Landing with { Occurred = new DateDraft("20 March") } }, "ann", null, KnownStreams.All)).ThenRefused("date-invalid");
    }

    [Fact]
    public void No_more_are_taken_than_a_claim_may_have_open()
    {
        var many = Enumerable.Range(1, ProposalDecider.MostOpen).Select(number => (IClaimEvent)Submitted(number, Another)).Prepend(Recorded).ToArray();
        Given(many).When(c => ProposalDecider.Submit(c, Id, Another, "ann", null, KnownStreams.All)).ThenRefused("proposals-too-many");
        Given([.. many, new ProposalWithdrawn(Id, 7)]).When(c => ProposalDecider.Submit(c, Id, Another, "ann", null, KnownStreams.All))
            .Then(Submitted(ProposalDecider.MostOpen + 1, Another));
    }

    [Fact]
    public void What_a_proposal_names_the_record_does_not_reach() =>
        ((IArchiveEvent)Submitted(1, Correcting)).References.ShouldBe(["record/visit-2023"]);
}
