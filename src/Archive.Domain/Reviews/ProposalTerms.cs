using Archive.Domain.Evidence;

namespace Archive.Domain.Reviews;

/// <summary>What an open proposal asks for.</summary>
/// <param name="Seen">The claim as the submitter saw it.</param>
/// <param name="Change">What is proposed; absent where it is kept by reference and was not joined, or was erased.</param>
/// <param name="Words">What those who decide should know.</param>
/// <param name="Kept">Where a change that quotes captures is kept.</param>
public sealed record ProposalTerms(SeenClaim Seen, ProposedChange? Change, string? Words, KeptChange? Kept = null) : IHoldsWords<ProposalTerms>
{
    public ProposalTerms Keep(Func<KeptWords, string> keep) => Kept is null ? this : this with { Change = null, Kept = Kept.Keep(Change, keep) };

    public ProposalTerms Join(Func<string, string?> find) => Kept?.Join(find) is { } change ? this with { Change = change } : this;
}
