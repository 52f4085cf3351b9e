namespace Archive.EventLog;

/// <summary>A stream that somebody waits for.</summary>
internal sealed record PendingRead(string Stream)
{
    private readonly TaskCompletionSource<IReadOnlyList<LoggedEvent>> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<LoggedEvent>> Result => _result.Task;

    public void Answer(IReadOnlyList<LoggedEvent> events) => _result.TrySetResult(events);

    public void Fail(Exception exception) => _result.TrySetException(exception);
}
