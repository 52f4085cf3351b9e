using Archive.Domain;
using Archive.EventLog;

namespace Archive.Ledger;

/// <summary>
/// How far the ledger of a generation has come: the one checkpoint of the projector. Every flush raises its revision, and one that finds
/// another revision than it read fails: two projectors cannot both go on from the same head.
/// </summary>
public sealed record LedgerHead
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

    /// <summary>
    /// Up to where the log was read without another event of the archive, where others write there too; both absent otherwise, and in heads of builds
    /// that do not know of it.
    /// </summary>
    public long? ReadCommit { get; init; }

    public long? ReadPrepare { get; init; }

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public required long Entry { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    public Guid? EventId { get; init; }

    public string? LeafHash { get; init; }

    /// <summary>Root of the tree over all entries, lower-case hex; absent before the first, and in heads of builds that kept no tree.</summary>
    public string? Root { get; init; }

    /// <summary>See <see cref="Projection.ProjectionVersion"/>.</summary>
    public required int ProjectionVersion { get; init; }

    /// <summary>How often it has moved; kept by Marten.</summary>
    public int Revision { get; set; }

    internal LogPosition Position => new(Commit, Prepare);

    /// <summary>Where reading goes on: at or after <see cref="Position"/>.</summary>
    internal LogPosition ReadUpTo => ReadCommit is { } commit && ReadPrepare is { } prepare ? new LogPosition(commit, prepare) : Position;

    /// <summary>The same head, with the log read on.</summary>
    internal LedgerHead ReadOn(LogPosition upTo) => this with { ReadCommit = upTo > Position ? upTo.Commit : null, ReadPrepare = upTo > Position ? upTo.Prepare : null };

    /// <summary>The log name of answers as of an entry.</summary>
    internal string LogNameAt(long entry) => LogIdentity.NameAt(entry, LogName, Predecessors);
}
