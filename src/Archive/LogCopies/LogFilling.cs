using Archive.Commands;
using Archive.EventLog;

namespace Archive.LogCopies;

/// <summary>
/// Fills a log that is marked for it with the events of another, in their order, with their ids, revisions, bytes and metadata. The log has none of them,
/// or the first of them.
/// </summary>
/// <param name="log">The log that is filled.</param>
/// <param name="differs">What to throw where something else stands in it: at which entry, and which event.</param>
internal sealed class LogFilling(IEventLog log, Func<long, Guid, Exception> differs)
{
    /// <summary>
    /// Appends that wait at the same time may share transactions, and arrive in order all the same. So many are sent, and no more before all of them
    /// are durable.
    /// </summary>
    private const int MostInFlight = 256;
    private const int MostInAppend = 32;
    private const long MostBytes = 4 * 1024 * 1024;
    private const int MostAppendBytes = 256 * 1024;

    private readonly IAppendRun _run = log.BeginRun(fills: true);
    private bool _isPassed;

    /// <summary>The first call passes over what is there; each further one goes on behind the one before.</summary>
    /// <param name="events">The next events, in order.</param>
    /// <param name="told">Is told the last entry that is there.</param>
    /// <param name="cancellationToken">Stops; what was appended stays.</param>
    public async Task FillAsync(IAsyncEnumerable<NumberedEvent> events, Action<long> told, CancellationToken cancellationToken)
    {
        await using var rest = events.GetAsyncEnumerator(cancellationToken);
        if (!_isPassed)
            await PassAsync(rest, told, cancellationToken);
        _isPassed = true;
        var (flight, append, flying, size) = (new List<List<NumberedEvent>>(), new List<NumberedEvent>(), 0L, 0);
        while (await rest.MoveNextAsync())
        {
            var next = rest.Current;
            var bytes = SizeOf(next.Logged);
            // What stands together in the log and in the stream is appended together: revisions and order stay what they were.
            if (append.Count > 0 && (append[0].Logged.Stream != next.Logged.Stream || append.Count == MostInAppend || size + bytes > MostAppendBytes))
            {
                flight.Add(append);
                (append, size) = ([], 0);
                if (flight.Count == MostInFlight || flying > MostBytes)
                {
                    await AppendAsync(flight, told, cancellationToken);
                    (flight, flying) = ([], 0);
                }
            }

            append.Add(next);
            (flying, size) = (flying + bytes, size + bytes);
        }

        if (append.Count > 0)
            flight.Add(append);
        await AppendAsync(flight, told, cancellationToken);
    }

    /// <summary>Passes over the events that are in the log already, which must be the first of those that it is filled with, unchanged.</summary>
    private async Task PassAsync(IAsyncEnumerator<NumberedEvent> events, Action<long> told, CancellationToken cancellationToken)
    {
        await foreach (var there in new NumberedLog(log).ReadUpToAsync(await log.FindEndAsync(cancellationToken), cancellationToken))
        {
            if (!await events.MoveNextAsync() || events.Current.Logged.Id != there.Logged.Id || events.Current.LeafHash != there.LeafHash)
                throw differs(there.Entry, there.Logged.Id);
            if (there.Entry % 1000 == 0)
                told(there.Entry);
        }
    }

    private async Task AppendAsync(List<List<NumberedEvent>> flight, Action<long> told, CancellationToken cancellationToken)
    {
        if (flight.Count == 0)
            return;
        var results = flight.Select(append =>
            _run.AppendAsync(append[0].Logged.Stream, append[0].Logged.Revision - 1, append.Select(added => ToNew(added.Logged)).ToArray(), cancellationToken)).ToArray();
        foreach (var (append, result) in flight.Zip(await Task.WhenAll(results)))
        {
            if (result is not AppendResult.Appended)
                throw differs(append[0].Entry, append[0].Logged.Id);
        }

        told(flight[^1][^1].Entry);
    }

    /// <summary>About: metadata has a few hundred bytes beside its references.</summary>
    private static int SizeOf(LoggedEvent logged) => logged.Data.Length + 512 + logged.Metadata.Refs.Sum(reference => reference.Length + 3);

    /// <summary>
    /// The bytes as they are stored. Only where these are more than a log takes, white space is left away: jsonb shows some that the event did not come with.
    /// </summary>
    private static NewEvent ToNew(LoggedEvent logged)
    {
        var data = SizeOf(logged) > AppendLimits.MostBytes ? CompactJson.Of(logged.Data) : logged.Data;
        return new NewEvent(logged.Id, logged.Type, new StoredEvent(logged.Stream, logged.Metadata.Refs, data), logged.Metadata);
    }
}
