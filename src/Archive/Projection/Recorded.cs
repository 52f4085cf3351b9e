using Archive.Domain;
using Archive.Ledger;
using MediatR;

namespace Archive.Projection;

/// <summary>
/// An event has its place in the ledger. Published once for each entry, in order; handlers fold it into the batch and touch neither session,
/// clock nor random number.
/// </summary>
public sealed record Recorded<TEvent>(TEvent Event, LedgerEntry Entry) : INotification
    where TEvent : IArchiveEvent;
