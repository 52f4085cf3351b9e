namespace Archive.Domain.Reviews;

/// <summary>What a proposal proposes.</summary>
public enum ProposalKind
{
    /// <summary>A new version of a claim.</summary>
    Correction,

    /// <summary>That a claim is withdrawn.</summary>
    Retraction,

    /// <summary>A citation more.</summary>
    Citation,

    /// <summary>A claim that is not recorded yet.</summary>
    Claim,
}
