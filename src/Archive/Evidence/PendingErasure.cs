using Archive.Domain.Erasures;
using Archive.EventLog;

namespace Archive.Evidence;

/// <summary>An order to erase that was not carried out yet.</summary>
/// <param name="Entry">Its entry in the ledger: what stands before it there decides.</param>
/// <param name="Order">The order.</param>
/// <param name="Past">The events of its stream up to it.</param>
internal sealed record PendingErasure(long Entry, ContentErased Order, IReadOnlyList<LoggedEvent> Past);
