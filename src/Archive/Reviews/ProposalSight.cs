using Archive.Access;
using Archive.Domain.Access;
using Archive.Domain.Reviews;

namespace Archive.Reviews;

/// <summary>
/// Who sees which proposals in full: those who decide and those who check see all, a contributor their own. That one was submitted, and what became
/// of it, is in the history of its claim for everybody who sees the claim.
/// </summary>
internal static class ProposalSight
{
    public static bool Sees(this Asker asker, Proposal proposal) => asker.Role is not (Role.Contributor or Role.Reader) || proposal.Submitter == asker.Actor;
}
