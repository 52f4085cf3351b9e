using System.Collections;

namespace Archive.EventLog;

/// <summary>A stretch of the log that was read: its events, in log order.</summary>
/// <param name="events">The events.</param>
/// <param name="upTo">
/// Up to where it was read: at or after the last event. Behind it on a log that holds what is nobody's of ours, so that it need not be read over again.
/// </param>
public sealed class LogStretch(IReadOnlyList<LoggedEvent> events, LogPosition upTo) : IReadOnlyList<LoggedEvent>
{
    public LogPosition UpTo => upTo;

    public int Count => events.Count;

    public LoggedEvent this[int index] => events[index];

    public IEnumerator<LoggedEvent> GetEnumerator() => events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
