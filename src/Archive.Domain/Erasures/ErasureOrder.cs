namespace Archive.Domain.Erasures;

/// <summary>An order to erase something, as it was submitted.</summary>
/// <param name="Reason">Why.</param>
/// <param name="LegalReference">The law, order or contract.</param>
/// <param name="Words">The decision explained.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record ErasureOrder(ErasureReason Reason, string LegalReference, string Words, string? Decided = null);
