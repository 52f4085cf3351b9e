namespace Archive.Evidence;

/// <summary>What is to be kept by reference, before it has a digest.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">Canonical JSON.</param>
/// <param name="Captures">SHA-256 of the captures with which it goes.</param>
internal sealed record KeptDraft(KeptKind Kind, string Content, IReadOnlyCollection<string> Captures);
