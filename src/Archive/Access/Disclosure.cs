namespace Archive.Access;

/// <summary>
/// What of an answer depends on who asked and when: absent where nothing was withheld. It is no part of a snapshot, and its digest none of the snapshot's.
/// </summary>
/// <param name="Withheld">How many records, claims, sources, captures and quotes that bear on the answer were withheld.</param>
/// <param name="Digest">SHA-256 over which they were and by what access: two answers as of one entry, with the same digest here, withhold the same.</param>
public sealed record Disclosure(int Withheld, string Digest);
