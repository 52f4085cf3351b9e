namespace Archive.EventLog;

/// <summary>
/// A place in the log, in log order. Its two numbers belong to the log: on EventStoreDB commit and prepare position, which are not always
/// equal; on Marten both are the sequence number.
/// </summary>
public readonly record struct LogPosition(long Commit, long Prepare) : IComparable<LogPosition>
{
    /// <summary>Before the first event.</summary>
    public static readonly LogPosition Start = new(0, 0);

    public int CompareTo(LogPosition other) => (Commit, Prepare).CompareTo((other.Commit, other.Prepare));

    public static bool operator <(LogPosition left, LogPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(LogPosition left, LogPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(LogPosition left, LogPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LogPosition left, LogPosition right) => left.CompareTo(right) >= 0;
}
