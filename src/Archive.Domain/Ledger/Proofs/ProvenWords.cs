namespace Archive.Domain.Ledger.Proofs;

/// <summary>Words that an event keeps by reference, with what shows that they are those that it names.</summary>
/// <param name="Digest">As the event names them; see <see cref="Evidence.KeptDigest"/>.</param>
/// <param name="Salt">32 bytes.</param>
/// <param name="Content">JSON of what is kept, UTF-8.</param>
public sealed record ProvenWords(Sha256Digest Digest, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Content);
