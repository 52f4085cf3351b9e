namespace Archive.EventLog;

/// <summary>An append that waits for its transaction.</summary>
/// <param name="Stream">Name of the stream.</param>
/// <param name="ExpectedRevision">The revision that the stream must have.</param>
/// <param name="Events">What is appended.</param>
/// <param name="Fills">Whether it may go into a log that is not whole.</param>
/// <param name="Run">The run that it is of, if any.</param>
internal sealed record PendingAppend(string Stream, long ExpectedRevision, IReadOnlyList<NewEvent> Events, bool Fills = false, RunFailure? Run = null)
{
    private readonly TaskCompletionSource<AppendResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<AppendResult> Result => _result.Task;

    public void Answer(AppendResult result) => _result.TrySetResult(result);

    /// <summary>It is lost, and with it every later one of its run: these must not arrive before it.</summary>
    public void Fail(Exception exception)
    {
        Run?.Set(exception);
        _result.TrySetException(exception);
    }

    /// <summary>Fails where an earlier one of its run has.</summary>
    public bool TryFailWithRun()
    {
        if (Run?.Exception is not { } exception)
            return false;
        Fail(exception);
        return true;
    }
}
