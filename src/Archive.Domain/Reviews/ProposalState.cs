namespace Archive.Domain.Reviews;

/// <summary>How a proposal stands. One that is no longer open never changes again.</summary>
public enum ProposalState
{
    /// <summary>Nobody has decided it.</summary>
    Open,

    /// <summary>The change was made.</summary>
    Accepted,

    /// <summary>It was not made, with a reason.</summary>
    Rejected,

    /// <summary>Who submitted it took it back.</summary>
    Withdrawn,

    /// <summary>Its words were erased from the log: what became of it is not known here.</summary>
    Erased,
}
