using Archive.Domain.Erasures;

namespace Archive.Ledger;

/// <summary>That the words of an entry were erased from the log.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Reference">By which law, order or request.</param>
public sealed record EntryErasure(ErasureReason Reason, string Reference);
