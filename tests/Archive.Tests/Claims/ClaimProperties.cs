using Archive.Domain;
using Archive.Domain.Claims;
using CsCheck;

namespace Archive.Tests.Claims;

public sealed class ClaimProperties
{
    [Fact]
    public void Whatever_is_accepted_folds_and_the_claim_stays_whole()
    {
        // So many that the rarest chain, a dispute that is ended and reopened, is among them.
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<Type, bool>();
        ClaimCommand.Any.Array[0, 60].Sample(commands =>
        {
            Claim? claim = null;
            var history = new List<IClaimEvent>();
            var cited = new Dictionary<int, Citation>();
            foreach (var command in commands)
            {
                if (command.Decide(claim) is not Decision.Accepted accepted)
                    continue;
                foreach (var happened in accepted.Events.Cast<IClaimEvent>())
                {
                    var before = claim;
                    claim = Claim.Evolve(claim, happened);
                    history.Add(happened);
                    seen[happened.GetType()] = true;
                    IsWhole(before, claim, history, cited);
                }
            }
        }, iter: 2_000);
        seen.Count.ShouldBe(11, "the commands should have led to every kind of event");
    }

    private static void IsWhole(Claim? before, Claim claim, List<IClaimEvent> history, Dictionary<int, Citation> cited)
    {
        claim.Citations.Count.ShouldBeGreaterThan(0);
        foreach (var citation in claim.Citations.Concat(Added(history[^1])))
        {
            if (before?.Citations.Contains(citation) != true)
                cited.TryAdd(citation.Number, citation).ShouldBeTrue($"{citation.Number} was given before");
        }

        claim.Citations.Select(citation => citation.Number).ShouldBeUnique();
        claim.LastCitation.ShouldBe(cited.Keys.Max());
        claim.Version.ShouldBe(1 + history.OfType<ClaimCorrected>().Count());
        claim.Disputes.Select(dispute => dispute.Number).ShouldBe(Enumerable.Range(1, history.OfType<ClaimDisputed>().Count()));
        claim.Disputes.Count(dispute => dispute.IsOpen).ShouldBe(
            history.OfType<ClaimDisputed>().Count() - history.OfType<DisputeResolved>().Count() + history.OfType<DisputeReopened>().Count());
        var retracted = history.OfType<ClaimRetracted>().Count() > history.OfType<ClaimReinstated>().Count();
        claim.Status.ShouldBe(retracted ? ClaimStatus.Retracted : claim.Disputes.Any(dispute => dispute.IsOpen) ? ClaimStatus.Disputed : ClaimStatus.Standing);
        claim.Credibility.ShouldBe(history.OfType<ClaimRated>().LastOrDefault()?.Credibility);
        claim.Rank.ShouldBe(history.OfType<ClaimRanked>().LastOrDefault()?.Rank ?? Rank.Normal);
        history.Aggregate((Claim?)null, Claim.Evolve).ShouldBe(claim);
    }

    /// <summary>Citations that an event adds beside those of the claim.</summary>
    private static IEnumerable<Citation> Added(IClaimEvent happened) => happened switch
    {
        ClaimDisputed e => e.Versions.SelectMany(version => version.Citations),
        DisputeResolved e => e.Resolution.Citations,
        _ => [],
    };
}
