namespace Archive.Evidence;

/// <summary>What the store has of something that is kept.</summary>
/// <param name="Digest">Salted digest, lower-case hex: what the event names it by.</param>
/// <param name="Content">Canonical JSON.</param>
internal sealed record KeptRow(string Digest, string Content);
