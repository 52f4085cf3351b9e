using Archive.EventLog;

namespace Archive.Projection;

/// <summary>
/// The projector cannot go on: an event cannot be projected, or the log is not the one that the ledger was made from. It waits for a person;
/// nothing is skipped.
/// </summary>
public sealed class ProjectionStoppedException : Exception
{
    public ProjectionStoppedException()
    {
    }

    public ProjectionStoppedException(string message)
        : base(message)
    {
    }

    public ProjectionStoppedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="code">Stable code, such as <c>log-diverged</c>.</param>
    /// <param name="message">What is wrong, at which entry, and what to do.</param>
    /// <param name="innerException">What led to it.</param>
    public ProjectionStoppedException(string code, string message, Exception? innerException)
        : base(message, innerException) => Code = code;

    public string Code { get; } = "projection-stopped";

    /// <summary>Whether it is this process alone that cannot go on, and others can: nothing is wrong with the archive.</summary>
    internal bool LeavesToOthers => Code is ProjectionVersion.Differs or LogClosure.Code or LogState.CopyUnfinished;
}
