namespace Archive.Ledger;

/// <summary>Adds a witness's signature to the kept checkpoint that it signed, so that proofs carry it from then on.</summary>
/// <param name="Note">The checkpoint with the witness's signature, as the witness gave it.</param>
/// <param name="WitnessKey">The witness's verifier key.</param>
public sealed record AcceptCosignature(ReadOnlyMemory<byte> Note, string WitnessKey);
