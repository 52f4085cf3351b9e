namespace Archive.Ledger;

/// <summary>Adds a witness's signature to the kept checkpoint that it signed, so that proofs carry it from then on.</summary>
/// <param name="Note">The checkpoint with the witness's signature, as the witness gave it.</param>
/// <param name="WitnessKey">The witness's verifier key.</param>
public sealed record AcceptCosignature(ReadOnlyMemory<byte> Note, string WitnessKey)
{
    /// <summary>A note has at most 100 signatures of some 400 bytes, under a few lines; larger ones are refused.</summary>
    public const int MostBytes = 65_536;
}
