using Archive.EventLog;

namespace Archive.EventStoreDb;

/// <summary>
/// One append after the other: the server takes calls that are under way at the same time in any order. Where one fails, the later ones are never sent.
/// </summary>
internal sealed class EventStoreDbAppendRun(Func<string, long, IReadOnlyList<NewEvent>, Task<AppendResult>> append) : IAppendRun
{
    private readonly Lock _gate = new();
    private Task<AppendResult>? _last;

    public Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AppendResult>(cancellationToken);
        Task<AppendResult> result;
        lock (_gate)
            _last = result = AppendAfterAsync(_last, stream, expectedRevision, events);
        return result.WaitAsync(cancellationToken);
    }

    private async Task<AppendResult> AppendAfterAsync(Task<AppendResult>? before, string stream, long expectedRevision, IReadOnlyList<NewEvent> events)
    {
        if (before is not null)
            await before;
        return await append(stream, expectedRevision, events);
    }
}
