namespace Archive.Provenance;

/// <summary>
/// How many claims there are that whoever asks may see, how many of them have each finding (one claim may have several), and how many more claims
/// are closed to them.
/// </summary>
public sealed record EvidenceCount(int Claims, int Unseen, int Unsupported, int OneOrigin, int Contradicted, int WeakOnly, int Withheld = 0);
