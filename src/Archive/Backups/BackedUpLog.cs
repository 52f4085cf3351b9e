using Archive.Domain;
using Archive.EventLog;

namespace Archive.Backups;

/// <summary>The log that a backup is of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its log name.</param>
/// <param name="Predecessors">The logs that it goes on from, the oldest first.</param>
public sealed record BackedUpLog(Guid Id, string Name, ValueList<LogPredecessor> Predecessors)
{
    internal LogIdentity ToIdentity(Guid id) => new(id, Name, Predecessors);
}
