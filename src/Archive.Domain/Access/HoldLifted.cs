namespace Archive.Domain.Access;

/// <summary>Somebody decided that a hold is no longer needed.</summary>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="Number">Of the hold.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record HoldLifted(string Subject, int Number, string Words, string? Decided = null) : IGovernanceEvent
{
    string? IGovernanceEvent.Capture => null;
}
