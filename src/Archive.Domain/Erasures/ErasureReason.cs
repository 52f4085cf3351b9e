namespace Archive.Domain.Erasures;

/// <summary>Why something was erased.</summary>
public enum ErasureReason
{
    /// <summary>Somebody's data, of which the law gives them the erasure.</summary>
    PersonalData,

    /// <summary>A court or an authority ordered it.</summary>
    CourtOrder,

    /// <summary>The archive has no right to hold it.</summary>
    Copyright,

    /// <summary>It was told or published against the law.</summary>
    UnlawfulDisclosure,

    /// <summary>It endangers somebody.</summary>
    Endangerment,

    Other,
}
