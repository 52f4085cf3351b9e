using System.Runtime.CompilerServices;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;

namespace Archive.LogCopies;

/// <summary>Reads a log from its beginning, further with each call, and gives each event its entry as the projector does.</summary>
internal sealed class NumberedLog(IEventLog log)
{
    private readonly MerkleRoot _root = new();
    private LogPosition _after = LogPosition.Start;

    /// <summary>The last entry that was read.</summary>
    public LedgerEntry? Last { get; private set; }

    /// <summary>How many were read.</summary>
    public long Events => _root.Size;

    /// <summary>Root of the Merkle tree over the leaf hashes of what was read: it vouches for every one of them.</summary>
    public string RootHash => _root.ToRoot().ToString();

    /// <summary>The events from where the last call ended up to <paramref name="end"/>; a call begins when the one before was read to its end.</summary>
    public async IAsyncEnumerable<NumberedEvent> ReadUpToAsync(LogPosition end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var logged in LogReading.BetweenAsync(log, _after, end, cancellationToken))
        {
            Last = LedgerNumbering.Number(Last?.Id ?? 0, Last?.RecordedAt, logged);
            _root.Append(Sha256Digest.Parse(Last.LeafHash));
            _after = logged.Position;
            yield return new NumberedEvent(Last.Id, logged, Last.LeafHash);
        }
    }
}
