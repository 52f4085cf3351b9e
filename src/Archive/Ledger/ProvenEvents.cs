using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Proofs;
using Archive.EventLog;

namespace Archive.Ledger;

/// <summary>Takes what proves an event from the log and from the event's entry.</summary>
internal static class ProvenEvents
{
    /// <param name="entry">The event's entry: its leaf is the ledger's.</param>
    /// <param name="logged">The event as the log holds it.</param>
    /// <returns>What proves it; where the log was changed since, its leaf is not that of the entry.</returns>
    public static ProvenEvent Of(LedgerEntry entry, LoggedEvent logged) => Of(entry.Id, entry.RecordedAt, logged);

    /// <summary>The same, of an event that is the one that the ledger recorded.</summary>
    /// <exception cref="EventAlteredException">It is another, or gone.</exception>
    public static ProvenEvent Checked(LedgerEntry entry, LoggedEvent? logged) =>
        logged is not null && Of(entry, logged) is var proven && proven.ToLeaf().ToHash().ToString() == entry.LeafHash ? proven : throw new EventAlteredException(entry.Id);

    public static ProvenEvent Of(long entry, DateTimeOffset recordedAt, LoggedEvent logged) => new(
        entry,
        recordedAt,
        logged.Id,
        logged.Type,
        new DigestedMetadata(
            logged.Stream,
            logged.Revision,
            logged.Metadata.Actor,
            logged.Metadata.Command,
            logged.Metadata.Correlation,
            logged.Metadata.Causation,
            logged.Metadata.Refs),
        logged.Metadata.MetadataSalt,
        logged.Metadata.PayloadSalt is { } salt ? (ReadOnlyMemory<byte>?)salt : null,
        logged.Data);
}
