namespace Archive.Domain.Ledger.Proofs;

/// <summary>That a trusted witness saw a checkpoint, and nothing that contradicted it before.</summary>
/// <param name="Witness">The witness's key, <c>NAME+ID</c>.</param>
/// <param name="At">When, by its clock.</param>
public sealed record WitnessSight(string Witness, DateTimeOffset? At);
