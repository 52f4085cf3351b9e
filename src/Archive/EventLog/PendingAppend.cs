namespace Archive.EventLog;

/// <summary>An append that waits for its transaction.</summary>
internal sealed record PendingAppend(string Stream, long ExpectedRevision, IReadOnlyList<NewEvent> Events)
{
    private readonly TaskCompletionSource<AppendResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<AppendResult> Result => _result.Task;

    public void Answer(AppendResult result) => _result.TrySetResult(result);

    public void Fail(Exception exception) => _result.TrySetException(exception);
}
