using Archive.EventLog;

namespace Archive.Backups;

/// <summary>Appends the events of a backup to a log that has none of them, or the first of them.</summary>
internal sealed class RestoredEvents(IEventLog log)
{
    /// <summary>
    /// Appends that wait at the same time may share transactions. So many are sent, and no more before all of them are durable.
    /// </summary>
    private const int MostInFlight = 256;
    private const int MostInAppend = 32;
    private const long MostBytes = 4 * 1024 * 1024;
    private const int MostAppendBytes = 256 * 1024;

    /// <param name="events">The backup's events, in order.</param>
    /// <param name="told">Is told how many are there.</param>
    /// <param name="cancellationToken">Stops; what was appended stays.</param>
    /// <exception cref="BackupRefusedException"><c>restore-differs</c>.</exception>
    public async Task AppendAsync(IAsyncEnumerable<(BackupEvent Line, LinePlace Place)> events, Action<long> told, CancellationToken cancellationToken)
    {
        await using var rest = events.GetAsyncEnumerator(cancellationToken);
        await PassAsync(rest, told, cancellationToken);
        var run = log.BeginRun(fills: true);
        var (flight, append, bytes) = (new List<List<BackupEvent>>(), new List<BackupEvent>(), 0L);
        while (await rest.MoveNextAsync())
        {
            var next = rest.Current.Line;
            if (append.Count > 0 && (append[0].Stream != next.Stream || append.Count == MostInAppend || append.Sum(line => line.Data.Length) + next.Data.Length > MostAppendBytes))
            {
                flight.Add(append);
                append = [];
                if (flight.Count == MostInFlight || bytes > MostBytes)
                {
                    await AppendAsync(run, flight, cancellationToken);
                    told(flight[^1][^1].Entry);
                    (flight, bytes) = ([], 0);
                }
            }

            append.Add(next);
            bytes += next.Data.Length;
        }

        if (append.Count > 0)
            flight.Add(append);
        await AppendAsync(run, flight, cancellationToken);
    }

    /// <summary>Passes over the events that are in the log already, which must be the first of the backup's, in its order.</summary>
    private async Task PassAsync(IAsyncEnumerator<(BackupEvent Line, LinePlace Place)> events, Action<long> told, CancellationToken cancellationToken)
    {
        var entry = 0L;
        await foreach (var logged in LogReading.UpToAsync(log, await log.FindEndAsync(cancellationToken), cancellationToken))
        {
            entry++;
            if (!await events.MoveNextAsync() || events.Current.Line.Id != logged.Id)
                throw Differs(entry, logged.Id);
            if (entry % 1000 == 0)
                told(entry);
        }
    }

    private static async Task AppendAsync(IAppendRun run, List<List<BackupEvent>> flight, CancellationToken cancellationToken)
    {
        var results = flight.Select(append =>
            run.AppendAsync(append[0].Stream, append[0].Revision - 1, append.Select(line => line.ToNew()).ToArray(), cancellationToken)).ToArray();
        foreach (var (append, result) in flight.Zip(await Task.WhenAll(results)))
        {
            if (result is not AppendResult.Appended)
                throw Differs(append[0].Entry, append[0].Id);
        }
    }

    private static BackupRefusedException Differs(long entry, Guid id) => new(
        "restore-differs",
        $"Entry {entry} in the log that is being restored is not the backup's (event {id}): something else wrote there. It stays marked as not whole. Remove it, and restore into an empty place.");
}
