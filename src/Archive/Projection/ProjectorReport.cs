namespace Archive.Projection;

/// <summary>What became of a projector. Closed; each is told when it begins, not as long as it lasts.</summary>
public abstract record ProjectorReport
{
    private ProjectorReport()
    {
    }

    /// <summary>Another process holds the lease; this one goes on when that ends.</summary>
    /// <param name="Holder">Who, as <see cref="ProjectorName"/> has it; null where that could not be told.</param>
    public sealed record Waiting(string? Holder) : ProjectorReport;

    /// <summary>It has the lease and projects.</summary>
    /// <param name="Entry">The last entry projected so far.</param>
    /// <param name="Generation">The read models that it fills.</param>
    public sealed record Projecting(long Entry, int Generation) : ProjectorReport;

    /// <summary>It cannot go on, and tries again at intervals: the fix alone is enough.</summary>
    /// <param name="Code">Stable code, such as <c>log-diverged</c>.</param>
    /// <param name="Message">What is wrong, at which entry, and what to do.</param>
    public sealed record Stopped(string Code, string Message) : ProjectorReport;

    /// <summary>The database is away; it tries again until it is back.</summary>
    /// <param name="Cause">What the driver said.</param>
    public sealed record Away(Exception Cause) : ProjectorReport;
}
