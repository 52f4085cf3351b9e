namespace Archive.Domain.Access;

/// <summary>Somebody decided who may see a record, claim, source or capture from now on, in every state of it.</summary>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="Capture">SHA-256 of the one capture of the source.</param>
/// <param name="Access">Who may see it.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record AccessSet(string Subject, string? Capture, AccessRule Access, string Words, string? Decided = null) : IGovernanceEvent;
