using Archive.Domain;

namespace Archive.EventLog;

/// <summary>What the log answers to an append. Closed.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>The events are durable, now or since an earlier try with the same ids.</summary>
    /// <param name="Revision">Of the last of them.</param>
    /// <param name="Position">Of the last of them.</param>
    public sealed record Appended(long Revision, LogPosition Position) : AppendResult;

    /// <summary>The stream is not at the expected revision; nothing was appended.</summary>
    /// <param name="Actual">The revision that it has; -1 where it has not begun.</param>
    public sealed record Stale(long Actual) : AppendResult;

    /// <summary>The log takes nothing more, or nothing yet; nothing was appended.</summary>
    /// <param name="Refusal">Why, and what to do.</param>
    public sealed record Shut(Refusal Refusal) : AppendResult;
}
