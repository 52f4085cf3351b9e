using System.Text.Json.Serialization;
using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>
/// What a proposal proposes, as it was submitted. What it really makes (bounds of dates, numbers of citations) is decided when it is
/// accepted, by the decider of the same change made directly. Closed.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ProposedCorrection), "correction")]
[JsonDerivedType(typeof(ProposedRetraction), "retraction")]
[JsonDerivedType(typeof(ProposedCitation), "citation")]
[JsonDerivedType(typeof(ProposedClaim), "claim")]
public abstract record ProposedChange
{
    private protected ProposedChange()
    {
    }

    [JsonIgnore]
    public abstract ProposalKind Kind { get; }

    /// <summary>The citations that it would make.</summary>
    [JsonIgnore]
    public virtual ValueList<CitationDraft> Cites => [];

    /// <summary>What the change comes to if it is made now.</summary>
    /// <param name="claim">The claim; null or not recorded where there is none.</param>
    /// <param name="id">Its id.</param>
    /// <param name="decided">The editor's own date for it, in EDTF.</param>
    /// <param name="known">Which of the streams that it names exist, and what is captured of its sources.</param>
    public abstract Decision Decide(Claim? claim, string id, string? decided, KnownStreams known);
}
