namespace Archive.Domain.Claims;

/// <summary>Why a claim was withdrawn: a closed list.</summary>
public enum RetractionReason
{
    Unsupported,
    Fabricated,
    Wrong,
    WithdrawnBySource,
    Legal,
    Other,
}
