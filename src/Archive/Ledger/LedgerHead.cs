using Archive.Domain;
using Archive.EventLog;

namespace Archive.Ledger;

/// <summary>
/// How far the ledger of a generation has come: the one checkpoint of the projector. Every flush raises its revision, and one that finds
/// another revision than it read fails: two projectors cannot both go on from the same head.
/// </summary>
public sealed class LedgerHead
{
    public const string TheId = "head";

    public string Id { get; init; } = TheId;

    public required Guid LogId { get; init; }

    public required string LogName { get; init; }

    /// <summary>The logs that it goes on from; absent where there are none, so that builds that do not know of them can read the head.</summary>
    public ValueList<LogPredecessor>? Predecessors { get; init; }

    /// <summary>Position of the last projected event; commit and prepare apart, since a log may not keep them equal.</summary>
    public required long Commit { get; init; }

    public required long Prepare { get; init; }

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public required long Entry { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    public Guid? EventId { get; init; }

    public string? LeafHash { get; init; }

    /// <summary>See <see cref="Projection.ProjectionVersion"/>.</summary>
    public required int ProjectionVersion { get; init; }

    /// <summary>How often it has moved; kept by Marten.</summary>
    public int Revision { get; set; }

    internal LogPosition Position => new(Commit, Prepare);

    /// <summary>The log name of answers as of an entry.</summary>
    internal string LogNameAt(long entry) => LogIdentity.NameAt(entry, LogName, Predecessors);
}
