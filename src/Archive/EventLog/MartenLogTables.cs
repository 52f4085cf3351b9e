namespace Archive.EventLog;

/// <summary>The tables of one log on Marten. An archive has its own in <c>archive_log</c>; while a log is rewritten, the new one stands in another schema beside it.</summary>
internal sealed record MartenLogTables(string Schema)
{
    /// <summary>Those of the log that is in use.</summary>
    public static readonly MartenLogTables InUse = new("archive_log");

    /// <summary>Those of a log that is about to take its place.</summary>
    public static readonly MartenLogTables Rewritten = new("archive_log_rewritten");

    /// <summary>Condition on an event's row: that it is an entry's.</summary>
    public const string IsEntrys = $"stream_id not in ('{MartenLogStore.PlaceholderStream}', '{MartenLogStore.ControlStream}')";

    private const string ClosedPrefix = "archive_log_closed_";

    /// <summary>Those of a log that was closed and set aside.</summary>
    public static MartenLogTables Closed(Guid id) => new(ClosedPrefix + id.ToString("N")[..8]);

    public string Events => $"{Schema}.mt_events";

    public string Streams => $"{Schema}.mt_streams";

    public string Sequence => $"{Schema}.mt_events_sequence";

    public string Identity => $"{Schema}.identity";
}
