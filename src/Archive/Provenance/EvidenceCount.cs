namespace Archive.Provenance;

/// <summary>How many claims there are, and how many of them have each finding; one claim may have several.</summary>
public sealed record EvidenceCount(int Claims, int Unseen, int Unsupported, int OneOrigin, int Contradicted, int WeakOnly);
