using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Reviews.ProposalSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Reviews;

public sealed class DecidingProposalsTests
{
    [Fact]
    public void Accepting_appends_the_acceptance_and_the_change_together()
    {
        var claim = Given(Recorded, Submitted(1, Correcting)).When(c => Accept(c, 1, "good", "2026-01-20")).Then(
            new ProposalAccepted(Id, 1, "good"),
            new ClaimCorrected(
                Id, 2, Content with { Says = Landing.Says }, [Cited(1, Wikipedia), Cited(2, Tass)], CorrectionReason.WrongTime, Fault.Source, "early afternoon", "corrected", "2026-01-20"));
        claim.Proposals.ShouldBe([new Proposal(1, "ann", ProposalKind.Correction, ProposalState.Accepted, null)]);
        claim.OpenProposals.ShouldBeNull();
    }

    [Fact]
    public void Each_kind_of_proposal_becomes_its_change()
    {
        Given(Recorded, Submitted(1, Retracting)).When(c => Accept(c, 1)).Then(new ProposalAccepted(Id, 1), new ClaimRetracted(Id, RetractionReason.Fabricated, "made up"));
        Given(Recorded, Submitted(1, Another)).When(c => Accept(c, 1)).Then(new ProposalAccepted(Id, 1), new ClaimCited(Id, Cited(2, Tass), "one more"));
        Given(Submitted(1, Claiming)).When(c => Accept(c, 1)).Then(new ProposalAccepted(Id, 1), Recorded).Version.ShouldBe(1);
    }

    [Fact]
    public void Ratings_ranks_disputes_and_other_proposals_leave_a_proposal_as_good_as_it_was() =>
        Given(Recorded, Submitted(1, Another), new ClaimRated(Id, 2), new ClaimRanked(Id, Rank.Preferred), Disputed, Submitted(2, Retracting), new ProposalRejected(Id, 2, "no"))
            .When(c => Accept(c, 1)).Then(new ProposalAccepted(Id, 1), new ClaimCited(Id, Cited(4, Tass), "one more"));

    [Fact]
    public void A_claim_that_came_back_to_what_it_was_has_not_moved()
    {
        Given(Recorded, Submitted(1, Another), Retracted, new ClaimReinstated(Id, "it was right")).When(c => Accept(c, 1))
            .Then(new ProposalAccepted(Id, 1), new ClaimCited(Id, Cited(2, Tass), "one more"));
        Given(Recorded, Submitted(1, Another), new ClaimCited(Id, Cited(2, Unn)), new CitationWithdrawn(Id, 2, "x")).When(c => Accept(c, 1))
            .Then(new ProposalAccepted(Id, 1), new ClaimCited(Id, Cited(3, Tass), "one more"));
    }

    [Fact]
    public void A_claim_that_moved_takes_no_proposal_from_before_and_says_what_changed()
    {
        Moved("it was corrected, from version 1 to 2", new ClaimCorrected(Id, 2, Content with { Says = "x" }, [Cited(1, Wikipedia)], CorrectionReason.Other, Fault.None, "x"));
        Moved("citation 2 (unn-landing) was added", new ClaimCited(Id, Cited(2, Unn)));
        Moved("citation 2 (unn-landing) was added; citation 1 was taken away", new ClaimCited(Id, Cited(2, Unn)), new CitationWithdrawn(Id, 1, "x"));
        Moved("it was retracted", Retracted);
        var recorded = Given(Submitted(1, Claiming), Recorded);
        recorded.When(c => Accept(c, 1)).ThenRefused("claim-moved");
        ProposalDecider.Obstacle(recorded.State, 1, KnownStreams.All)!.Message.ShouldContain(": it was recorded. ");
    }

    [Fact]
    public void The_second_of_two_proposals_on_one_version_finds_that_the_claim_moved() =>
        Given(Submitted(1, Claiming), Submitted(2, Claiming), new ProposalAccepted(Id, 1), Recorded).When(c => Accept(c, 2)).ThenRefused("claim-moved");

    [Fact]
    public void What_stands_against_the_change_stands_against_accepting_it() =>
        Given(Recorded, Submitted(1, Another)).When(c => ProposalDecider.Accept(c, Id, 1, "ben", null, null, Without("source/tass-arrival"))).ThenRefused("source-unknown");

    [Fact]
    public void Rejecting_says_why_and_changes_nothing_else() =>
        Given(Recorded, Submitted(1, Correcting)).When(c => ProposalDecider.Reject(c, Id, 1, "ben", "not so")).Then(new ProposalRejected(Id, 1, "not so"))
            .ShouldBe(Given(Recorded).State with { Proposals = [new Proposal(1, "ann", ProposalKind.Correction, ProposalState.Rejected, null)] });

    [Fact]
    public void A_claim_whose_proposal_was_rejected_or_withdrawn_is_no_claim()
    {
        Given(Submitted(1, Claiming)).When(c => ProposalDecider.Reject(c, Id, 1, "ben", "not so")).Then(new ProposalRejected(Id, 1, "not so")).Version.ShouldBe(0);
        Given(Submitted(1, Claiming)).When(c => ProposalDecider.Withdraw(c, Id, 1, "ann", null)).Then(new ProposalWithdrawn(Id, 1)).Version.ShouldBe(0);
    }

    [Fact]
    public void Nobody_decides_their_own_proposal()
    {
        Given(Recorded, Submitted(1, Another)).When(c => ProposalDecider.Accept(c, Id, 1, "ann", null, null, KnownStreams.All)).ThenRefused("own-proposal");
        Given(Recorded, Submitted(1, Another)).When(c => ProposalDecider.Reject(c, Id, 1, "ann", "x")).ThenRefused("own-proposal");
    }

    [Fact]
    public void Only_who_submitted_a_proposal_withdraws_it()
    {
        Given(Recorded, Submitted(1, Another)).When(c => ProposalDecider.Withdraw(c, Id, 1, "ben", null)).ThenRefused("not-your-proposal");
        Given(Recorded, Submitted(1, Another)).When(c => ProposalDecider.Withdraw(c, Id, 1, "ann", "I erred")).Then(new ProposalWithdrawn(Id, 1, "I erred"));
    }

    [Fact]
    public void What_is_decided_stays_decided()
    {
        foreach (var decided in (IClaimEvent[])[new ProposalAccepted(Id, 1), new ProposalRejected(Id, 1, "no"), new ProposalWithdrawn(Id, 1)])
        {
            var given = Given(Recorded, Submitted(1, Another), decided);
            given.When(c => Accept(c, 1)).ThenRefused("proposal-decided");
            given.When(c => ProposalDecider.Reject(c, Id, 1, "ben", "x")).ThenRefused("proposal-decided");
            given.When(c => ProposalDecider.Withdraw(c, Id, 1, "ann", null)).ThenRefused("proposal-decided");
            given.When(c => Accept(c, 1, actor: "ann")).ThenRefused("proposal-decided");
        }
    }

    [Fact]
    public void A_number_that_is_not_there_is_unknown()
    {
        Given(Recorded, Submitted(1, Another)).When(c => Accept(c, 2)).ThenRefused("proposal-unknown");
        Given(Nothing).When(c => Accept(c, 1)).ThenRefused("proposal-unknown");
        Given(Recorded).When(c => ProposalDecider.Reject(c, Id, 1, "ben", "x")).ThenRefused("proposal-unknown");
        Given(Recorded).When(c => ProposalDecider.Withdraw(c, Id, 0, "ann", null)).ThenRefused("proposal-unknown");
    }

    [Fact]
    public void A_decision_without_its_proposal_is_a_damaged_stream()
    {
        Should.Throw<InvalidOperationException>(() => Given(Recorded, new ProposalAccepted(Id, 1)));
        Should.Throw<InvalidOperationException>(() => Given(Recorded, Submitted(2, Another)));
        Should.Throw<InvalidOperationException>(() => Given(Submitted(1, Claiming), CitedTass));
    }

    private static void Moved(string what, params IClaimEvent[] since)
    {
        var given = Given([Recorded, Submitted(1, Retracting), .. since]);
        given.When(c => Accept(c, 1)).ThenRefused("claim-moved");
        ProposalDecider.Obstacle(given.State, 1, KnownStreams.All)!.Message.ShouldContain($"since proposal 1 was submitted: {what}. ");
        given.When(c => ProposalDecider.Reject(c, Id, 1, "ben", "too late")).Then(new ProposalRejected(Id, 1, "too late"));
    }

    private static Decision Accept(Claim? claim, int number, string? words = null, string? decided = null, string actor = "ben") =>
        ProposalDecider.Accept(claim, Id, number, actor, words, decided, KnownStreams.All);
}
