namespace Archive.Domain.Access;

/// <summary>Somebody decided that nothing under a record, claim, source or capture may be erased.</summary>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="Number">Of the hold, from 1 within the stream.</param>
/// <param name="LegalBasis">The law, order or contract.</param>
/// <param name="Words">Why.</param>
/// <param name="Capture">SHA-256 of the one capture of the source.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record HoldPlaced(
    string Subject, int Number, string LegalBasis, string Words, string? Capture = null, string? Decided = null) : IGovernanceEvent;
