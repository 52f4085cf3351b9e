using Archive.Domain.Events;
using Archive.EventLog;

namespace Archive.EventStoreDb;

/// <summary>What stands at a position of the log. Closed.</summary>
internal abstract record TailItem(LogPosition Position)
{
    public sealed record Entry(LogPosition Position, LoggedEvent Logged) : TailItem(Position);

    public sealed record Unreadable(LogPosition Position, UnreadableEventException Why) : TailItem(Position);

    /// <param name="Position">Its position.</param>
    /// <param name="IsEnd">Whether it closes the log.</param>
    public sealed record Control(LogPosition Position, bool IsEnd) : TailItem(Position);
}
