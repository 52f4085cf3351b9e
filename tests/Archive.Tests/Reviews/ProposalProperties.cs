using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Tests.Claims;
using CsCheck;
using static Archive.Tests.Claims.ClaimSamples;

namespace Archive.Tests.Reviews;

public sealed class ProposalProperties
{
    private static readonly Gen<CitationDraft> Cite = Gen.Select(Gen.OneOf("s1", "s2", "s3"), Gen.Enum<Stance>(), (source, stance) => new CitationDraft(source, stance));

    private static readonly Gen<ProposedChange> Change = Gen.OneOf<ProposedChange>(
        Gen.Select(Gen.OneOf("a", "b", "c"), Cite.Array[1, 3], ProposedChange (says, cites) =>
            new ProposedCorrection(Draft with { Says = says }, cites.ToValueList(), CorrectionReason.Other, Fault.None, "x")),
        Gen.Const((ProposedChange)new ProposedRetraction(RetractionReason.Other, "x")),
        Cite.Select(ProposedChange (cite) => new ProposedCitation(cite)),
        Cite.Array[1, 2].Select(ProposedChange (cites) => new ProposedClaim(Draft, cites.ToValueList())));

    private static readonly Gen<ClaimCommand> Review = Gen.OneOf(
        Gen.Select(Change, Actor(), (change, actor) => new ClaimCommand($"{actor} proposes {change}", c => ProposalDecider.Submit(c, Id, change, actor, null, KnownStreams.All))),
        Gen.Select(Gen.Int[1, 6], Actor(), (number, actor) => new ClaimCommand($"{actor} accepts {number}", c => ProposalDecider.Accept(c, Id, number, actor, null, null, KnownStreams.All))),
        Gen.Select(Gen.Int[1, 6], Actor(), (number, actor) => new ClaimCommand($"{actor} rejects {number}", c => ProposalDecider.Reject(c, Id, number, actor, "x"))),
        Gen.Select(Gen.Int[1, 6], Actor(), (number, actor) => new ClaimCommand($"{actor} withdraws {number}", c => ProposalDecider.Withdraw(c, Id, number, actor, null))));

    /// <summary>Histories with proposals among all else; some begin with one.</summary>
    private static readonly Gen<ClaimCommand[]> Histories = Gen.OneOf(Review, ClaimCommand.Any).Array[0, 40];

    [Fact]
    public void A_claim_with_its_proposals_is_the_claim_without_them_and_a_refused_one_appends_nothing()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        Histories.Sample(commands =>
        {
            Claim? claim = null;
            Claim? without = null;
            foreach (var command in commands)
            {
                switch (command.Decide(claim))
                {
                    case Decision.Refused { Refusal.Code: var code }:
                        seen[code] = true;
                        break;
                    case Decision.Accepted { Events: var events }:
                        foreach (var happened in events.Cast<IClaimEvent>())
                        {
                            claim = Claim.Evolve(claim, happened);
                            // What a rejected, withdrawn or conflicting proposal leaves is what would be there had it never been submitted.
                            without = happened is IProposalEvent ? without : Claim.Evolve(without, happened);
                            seen[happened.GetType().Name] = true;
                        }

                        (claim is { IsRecorded: true } ? claim with { Proposals = null } : null).ShouldBe(without);
                        break;
                }
            }
        }, iter: 2_000);
        string[] all = ["ProposalSubmitted", "ProposalAccepted", "ProposalRejected", "ProposalWithdrawn", "claim-moved", "own-proposal", "not-your-proposal", "proposal-decided", "proposal-unknown"];
        all.Except(seen.Keys, StringComparer.Ordinal).ShouldBeEmpty("the commands should have led to every outcome");
    }

    [Fact]
    public void What_is_accepted_is_what_the_same_change_made_directly_is() => Gen.Select(Histories, Change).Sample((commands, change) =>
    {
        var claim = commands.Aggregate((Claim?)null, (before, command) => Folded(before, command.Decide(before)));
        var submitted = ProposalDecider.Submit(claim, Id, change, "ann", null, KnownStreams.All);
        var direct = change.Decide(claim, Id, "2026", KnownStreams.All);
        if (direct is Decision.Refused refused)
        {
            submitted.ShouldBe(refused);
            return;
        }

        var proposed = Folded(claim, submitted)!;
        var accepted = ProposalDecider.Accept(proposed, Id, proposed.Proposals!.Count, "ben", null, "2026", KnownStreams.All).ShouldBeOfType<Decision.Accepted>();
        accepted.Events.Skip(1).ShouldBe(((Decision.Accepted)direct).Events);
        (Folded(proposed, accepted)! with { Proposals = null }).ShouldBe(Folded(claim, direct)! with { Proposals = null });
    }, iter: 2_000);

    private static Gen<string> Actor() => Gen.OneOf("ann", "ben");

    private static Claim? Folded(Claim? claim, Decision decision) =>
        decision is Decision.Accepted { Events: var events } ? events.Cast<IClaimEvent>().Aggregate(claim, Claim.Evolve) : claim;
}
