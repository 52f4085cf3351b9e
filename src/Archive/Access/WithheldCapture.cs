namespace Archive.Access;

/// <summary>The archive holds a capture that is not shown.</summary>
/// <param name="Digest">SHA-256 of its bytes, lower-case hex: its name.</param>
/// <param name="Withheld">Why.</param>
public sealed record WithheldCapture(string Digest, Withheld Withheld);
