using Archive.Domain;
using Archive.EventLog;

namespace Archive.Projection;

/// <param name="Log">The log name.</param>
/// <param name="LogId">Id of the log.</param>
/// <param name="Entry">The last entry of the ledger; 0 before the first.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Lag">How many events of the log are not yet projected; null where the log is away, or is not the one that the ledger was made from.</param>
/// <param name="Generation">Number of the set of read models that answers.</param>
/// <param name="ProjectionVersion">Version of the projections that filled it.</param>
/// <param name="Projecting">Whether some process holds the projector's lease.</param>
/// <param name="Ready">Whether nothing is wrong that a person has to mend: what is recorded will be seen, under the time at which it was.</param>
/// <param name="Problems">What is wrong where it is not.</param>
/// <param name="Stopped">Why the projector stopped, where it did: the entry and event, and what to do.</param>
public sealed record ArchiveStatus(
    string Log,
    Guid LogId,
    long Entry,
    DateTimeOffset? RecordedAt,
    long? Lag,
    int Generation,
    int ProjectionVersion,
    bool Projecting,
    bool Ready,
    IReadOnlyList<StatusProblem> Problems,
    string? Stopped)
{
    /// <summary>The logs that this one goes on from because entries were lost, the oldest first; absent where there are none.</summary>
    public ValueList<LogPredecessor>? Predecessors { get; init; }

    /// <summary>The last signed checkpoint of the ledger; absent where none is signed yet.</summary>
    public CheckpointStatus? Checkpoint { get; init; }

    /// <summary>
    /// What keeps the ledger's head from being signed, or one of its keys from signing it, and what to do; absent where nothing does. The archive is ready all the same:
    /// it records, projects and answers.
    /// </summary>
    public StatusProblem? Unsigned { get; init; }
}
