namespace Archive.EventLog;

/// <summary>
/// Appends that arrive in the order of the calls, whatever happens. Where one fails, every later one of the run fails with it; one that is
/// answered, whatever the answer, holds up none.
/// </summary>
public interface IAppendRun
{
    /// <inheritdoc cref="IEventLog.AppendAsync"/>
    Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken);
}
