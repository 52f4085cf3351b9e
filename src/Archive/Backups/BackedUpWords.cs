using Archive.Domain;

namespace Archive.Backups;

/// <summary>What events keep by reference: a line of <c>kept.ndjson.gz</c>.</summary>
/// <param name="Digest">SHA-256(salt || content), lower-case hex: what the event names it by.</param>
/// <param name="Kind">What it is: <c>quote</c>, <c>content</c> or <c>fingerprint</c>.</param>
/// <param name="Salt">32 bytes.</param>
/// <param name="Content">Canonical JSON, UTF-8.</param>
/// <param name="Stream">The stream of the events that name it.</param>
/// <param name="Captures">SHA-256 of the captures with which it goes.</param>
/// <param name="Command">The command that brought it.</param>
internal sealed record BackedUpWords(string Digest, string Kind, byte[] Salt, byte[] Content, string Stream, ValueList<string> Captures, Guid Command);
