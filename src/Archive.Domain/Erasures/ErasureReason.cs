namespace Archive.Domain.Erasures;

/// <summary>Why something had to be destroyed: a closed list.</summary>
public enum ErasureReason
{
    /// <summary>Somebody's right to have data on them erased.</summary>
    PersonalData,

    /// <summary>A court or an authority ordered it.</summary>
    CourtOrder,

    /// <summary>The rights to it are others', and they demand it.</summary>
    Copyright,

    /// <summary>It was given in confidence, or by mistake.</summary>
    Confidentiality,

    /// <summary>To hold it is forbidden.</summary>
    UnlawfulContent,

    Other,
}
