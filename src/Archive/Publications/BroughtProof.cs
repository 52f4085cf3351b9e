using Archive.Domain;
using Archive.Domain.Ledger;

namespace Archive.Publications;

/// <summary>A consistency proof that somebody brought to a witness.</summary>
/// <param name="FormerSize">From which size it says that it goes; null where it does not say.</param>
/// <param name="Size">To which.</param>
/// <param name="Hashes">The proof.</param>
public sealed record BroughtProof(long? FormerSize, long? Size, ValueList<Sha256Digest> Hashes);
