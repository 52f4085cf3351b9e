using System.Text.Json.Serialization;
using Archive.Domain.Access;
using Archive.Domain.Erasures;
using Archive.Domain.Evidence;
using Archive.Domain.Reviews;

namespace Archive.Domain.Claims;

/// <summary>A claim as the events up to some moment left it.</summary>
/// <param name="Id">Id of the claim, <c>record/local</c>.</param>
/// <param name="Version">
/// Number of the content version, from 1; grows with corrections alone. 0 while the claim is only proposed: then it is no claim yet, and nobody
/// takes it for one.
/// </param>
/// <param name="Content">What it says.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="Rank">Its standing among claims that answer the same question.</param>
/// <param name="Credibility">Admiralty code 1 to 6, where it was rated.</param>
/// <param name="Disputes">Every dispute, open or ended, in the order in which they began.</param>
/// <param name="Retraction">Its withdrawal, while it stands withdrawn.</param>
/// <param name="LastCitation">The highest citation number ever given.</param>
/// <param name="Governance">Who may see it, and holds on it; absent where nothing was ever decided on that.</param>
/// <param name="Erased">Which versions' content was ordered to be destroyed; absent where none was.</param>
/// <param name="Proposals">Every proposal, open or decided, in the order in which they were submitted; absent where there was none.</param>
/// <param name="ErasedEvents">Events of it whose words were erased, in their order; absent where there are none.</param>
/// <param name="KindErased">Whether its kind was erased, and nothing has told it since; absent otherwise. Its particulars are then those of the kind that says least.</param>
public sealed record Claim(
    string Id,
    int Version,
    ClaimContent Content,
    ValueList<Citation> Citations,
    Rank Rank,
    int? Credibility,
    ValueList<Dispute> Disputes,
    Retraction? Retraction,
    int LastCitation,
    Governance? Governance = null,
    ValueList<Erasure>? Erased = null,
    ValueList<Proposal>? Proposals = null,
    ValueList<ErasedWords>? ErasedEvents = null,
    bool? KindErased = null) : IHoldsWords<Claim>
{
    /// <summary>Whether it is a claim; else it is only proposed.</summary>
    [JsonIgnore]
    public bool IsRecorded => Version > 0;

    /// <summary>How many proposals wait to be decided; absent where none does. By this the queue is found in the read models.</summary>
    public int? OpenProposals => Proposals?.Count(proposal => proposal.IsOpen) is > 0 and var open ? open : null;

    public ClaimStatus Status =>
        Retraction is not null ? ClaimStatus.Retracted
        : Disputes.Any(dispute => dispute.IsOpen) ? ClaimStatus.Disputed
        : ClaimStatus.Standing;

    /// <summary>The claim after <paramref name="happened"/>; a stream begins with <see cref="ClaimRecorded"/>, or with proposals of the claim.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Claim Evolve(Claim? claim, IClaimEvent happened) => happened is IProposalEvent proposal
        ? Reviews.Proposals.Evolve(claim, proposal)
        : happened is ErasedClaimEvent erased && erased.Was.IsAssignableTo(typeof(IProposalEvent)) ? Reviews.Proposals.Evolve(claim, erased)
        : Change(claim is { IsRecorded: true } ? claim : null, happened).Behind(claim);

    private static Claim Change(Claim? claim, IClaimEvent happened) => (claim, happened) switch
    {
        (null, ClaimRecorded e) => new Claim(e.Claim, 1, e.Content, e.Citations, Rank.Normal, null, [], null, Highest(e.Citations, 0)),
        ({ } c, ClaimCorrected e) => c with
        {
            Version = e.Version,
            Content = e.Content,
            Citations = e.Citations,
            LastCitation = Highest(e.Citations, c.LastCitation),
            KindErased = null,
        },
        ({ } c, ClaimCited e) => c with
        {
            Citations = [.. c.Citations, e.Citation],
            LastCitation = Math.Max(c.LastCitation, e.Citation.Number),
        },
        ({ } c, CitationWithdrawn e) when c.Citations.Any(citation => citation.Number == e.Number) => c with { Citations = c.Citations.Where(citation => citation.Number != e.Number).ToValueList() },
        ({ } c, ClaimRated e) => c with { Credibility = e.Credibility },
        ({ } c, ClaimRanked e) => c with { Rank = e.Rank },
        ({ } c, ClaimDisputed e) => c with
        {
            Disputes = [.. c.Disputes, new Dispute(e.Dispute, e.Question, e.Versions, null)],
            LastCitation = Highest(e.Versions.SelectMany(version => version.Citations), c.LastCitation),
        },
        ({ } c, DisputeResolved e) when c.Has(e.Dispute) => c.WithDispute(e.Dispute, e.Resolution) with
        {
            LastCitation = Highest(e.Resolution.Citations, c.LastCitation),
        },
        ({ } c, DisputeReopened e) when c.Has(e.Dispute) => c.WithDispute(e.Dispute, null),
        ({ } c, ClaimRetracted e) => c with { Retraction = new Retraction(e.Reason, e.Words) },
        ({ } c, IGovernanceEvent e) => c with { Governance = Governance.Evolve(c.Governance, e) },
        ({ } c, ContentErased e) => c with { Erased = e.After(c.Erased, c.Version) },
        ({ } c, ClaimReinstated) => c with { Retraction = null },
        (_, ErasedClaimEvent e) => ErasedClaims.Evolve(claim, e),
        // What they name may have come with an event whose words are gone.
        ({ ErasedEvents: not null } c, CitationWithdrawn or DisputeResolved or DisputeReopened) => c,
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of claim {happened.Claim}, which has {(claim is null ? "not begun" : "begun, or what it names is not there")}."),
    };

    /// <summary>Whether one of its citations is what the draft says, so that nothing of it is to be looked up again.</summary>
    public bool Cites(CitationDraft draft) => Citations.Any(citation => citation.SameAs(draft));

    public Claim Keep(Func<KeptWords, string> keep) => With(Content.Keep(keep), Citations.Keep(keep), Disputes.Keep(keep), Proposals?.Keep(keep));

    public Claim Join(Func<string, string?> find) => With(Content.Join(find), Citations.Join(find), Disputes.Join(find), Proposals?.Join(find));

    private Claim With(ClaimContent content, ValueList<Citation> citations, ValueList<Dispute> disputes, ValueList<Proposal>? proposals) =>
        ReferenceEquals(content, Content) && ReferenceEquals(citations, Citations) && ReferenceEquals(disputes, Disputes) && ReferenceEquals(proposals, Proposals)
            ? this
            : this with { Content = content, Citations = citations, Disputes = disputes, Proposals = proposals };

    /// <summary>Ids of every source that it names: in its citations, its disputes and how they ended.</summary>
    public IEnumerable<string> CitedSources() => Citations
        .Concat(Disputes.SelectMany(dispute => dispute.Versions.SelectMany(version => version.Citations).Concat(dispute.Resolution?.Citations ?? [])))
        .Select(citation => citation.Source);

    /// <summary>The claim with every citation replaced, in its disputes, too.</summary>
    public Claim WithCitations(Func<Citation, Citation> replace) => this with
    {
        Citations = Citations.Select(replace).ToValueList(),
        Disputes = Disputes.Select(dispute => dispute with
        {
            Versions = dispute.Versions.Select(version => version with { Citations = version.Citations.Select(replace).ToValueList() }).ToValueList(),
            Resolution = dispute.Resolution is { } resolution ? resolution with { Citations = resolution.Citations.Select(replace).ToValueList() } : null,
        }).ToValueList(),
    };

    /// <summary>With what stood before a claim was recorded, or beside it: its proposals, and what was erased of them.</summary>
    private Claim Behind(Claim? before) => this with
    {
        Proposals = before?.Proposals,
        ErasedEvents = before is { IsRecorded: false, ErasedEvents: { } erased } ? [.. erased, .. ErasedEvents ?? []] : ErasedEvents,
    };

    private bool Has(int dispute) => Disputes.Any(known => known.Number == dispute);

    private Claim WithDispute(int number, DisputeResolution? resolution) => this with
    {
        Disputes = Disputes.Select(dispute => dispute.Number == number ? dispute with { Resolution = resolution } : dispute).ToValueList(),
    };

    private static int Highest(IEnumerable<Citation> citations, int atLeast) =>
        citations.Aggregate(atLeast, (highest, citation) => Math.Max(highest, citation.Number));
}
