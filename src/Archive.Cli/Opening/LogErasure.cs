using Archive.Domain.Erasures;

namespace Archive.Cli.Opening;

/// <summary>An erasure as it was asked for. The ends may hold credentials and are never shown.</summary>
/// <param name="Entries">Numbers of the entries.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">By which law, order or request.</param>
/// <param name="From">The log that the ledger is made from; null for the one that the settings name.</param>
/// <param name="Into">The log that goes on.</param>
/// <param name="Prefix">Of the new log's streams on EventStoreDB; null for that of the settings.</param>
/// <param name="DestroyOld">Whether the old logs are destroyed.</param>
internal sealed record LogErasure(IReadOnlyList<long> Entries, ErasureReason Reason, string Reference, string? From, string Into, string? Prefix, bool DestroyOld)
{
    public override string ToString() => nameof(LogErasure);
}
