namespace Archive.EventLog;

/// <summary>A run of appends through the queue, which keeps the order of the calls; what is added here is that nothing passes one that was lost.</summary>
internal sealed class MartenAppendRun(MartenAppendQueue queue, bool fills) : IAppendRun
{
    private readonly RunFailure _failure = new();

    public Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(new PendingAppend(stream, expectedRevision, events, fills, _failure), cancellationToken);
}
