using Archive.Domain.Evidence;

namespace Archive.Domain.Reviews;

/// <summary>Somebody proposed a change of a claim, for others to decide.</summary>
/// <param name="Claim">Id of the claim; where it is not recorded, this proposes it.</param>
/// <param name="Number">Number of the proposal, from 1 within the claim.</param>
/// <param name="Submitter">Opaque id of who proposed it.</param>
/// <param name="Seen">The claim as the submitter saw it.</param>
/// <param name="Kind">What is proposed.</param>
/// <param name="Change">The change itself; absent where it is kept by reference.</param>
/// <param name="Words">What those who decide should know.</param>
/// <param name="Kept">Where a change that quotes captures is kept.</param>
public sealed record ProposalSubmitted(
    string Claim, int Number, string Submitter, SeenClaim Seen, ProposalKind Kind, ProposedChange? Change, string? Words = null, KeptChange? Kept = null)
    : IProposalEvent, IHoldsWords<ProposalSubmitted>
{
    public ProposalSubmitted Keep(Func<KeptWords, string> keep) => Kept is null ? this : this with { Change = null, Kept = Kept.Keep(Change, keep) };

    public ProposalSubmitted Join(Func<string, string?> find) => Kept?.Join(find) is { } change ? this with { Change = change } : this;
}
