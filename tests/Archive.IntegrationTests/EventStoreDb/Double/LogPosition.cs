namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>A place in the log as the protocol says it: two byte offsets, commit not below prepare.</summary>
internal readonly record struct LogPosition(long Commit, long Prepare)
{
    public static LogPosition Start { get; } = new(0, 0);

    public static LogPosition End { get; } = new(-1, -1);

    public static LogPosition Of(ulong commit, ulong prepare)
    {
        if (commit == ulong.MaxValue && prepare == ulong.MaxValue)
            return End;
        if (commit < prepare || commit > long.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(commit), "the commit position is below the prepare position, or is none");
        return new LogPosition((long)commit, (long)prepare);
    }
}
