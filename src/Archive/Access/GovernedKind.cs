namespace Archive.Access;

/// <summary>What access is set on.</summary>
public enum GovernedKind
{
    Record,
    Claim,
    Source,
    Capture,
}
