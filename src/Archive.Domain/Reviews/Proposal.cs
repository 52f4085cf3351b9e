using System.Text.Json.Serialization;
using Archive.Domain.Evidence;

namespace Archive.Domain.Reviews;

/// <summary>A proposed change of a claim.</summary>
/// <param name="Number">From 1 within the claim.</param>
/// <param name="Submitter">Opaque id of who proposed it.</param>
/// <param name="Kind">What it proposes.</param>
/// <param name="State">How it stands.</param>
/// <param name="Terms">
/// What it asks for; absent once it is decided, so that the versions of a claim do not each repeat the drafts of all that was ever proposed.
/// </param>
public sealed record Proposal(int Number, string Submitter, ProposalKind Kind, ProposalState State, ProposalTerms? Terms) : IHoldsWords<Proposal>
{
    [JsonIgnore]
    public bool IsOpen => State == ProposalState.Open;

    public Proposal Keep(Func<KeptWords, string> keep) => With(Terms?.Keep(keep));

    public Proposal Join(Func<string, string?> find) => With(Terms?.Join(find));

    private Proposal With(ProposalTerms? terms) => ReferenceEquals(terms, Terms) ? this : this with { Terms = terms };
}
