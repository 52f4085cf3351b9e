using System.Collections.Concurrent;
using Archive.EventLog;
using Archive.Evidence;

namespace Archive.Dossiers;

/// <summary>Reads many streams of the log at once.</summary>
internal sealed class StreamHistories(IEventLog log, WordKeeping words)
{
    private const int AtOnce = 8;
    private const int MostAsked = 1_000;

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PastEvent>>> ReadAsync(IEnumerable<string> streams, CancellationToken cancellationToken)
    {
        var found = await ReadLoggedAsync(streams, cancellationToken);
        var present = await PresentAsync(found.Values.SelectMany(events => events).ToArray(), cancellationToken);
        var (at, histories) = (0, new Dictionary<string, IReadOnlyList<PastEvent>>(StringComparer.Ordinal));
        foreach (var (stream, events) in found)
        {
            histories[stream] = present[at..(at + events.Count)];
            at += events.Count;
        }

        return histories;
    }

    /// <summary>The events of those streams that have begun, as they were stored.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<LoggedEvent>>> ReadLoggedAsync(IEnumerable<string> streams, CancellationToken cancellationToken)
    {
        var read = new ConcurrentDictionary<string, IReadOnlyList<LoggedEvent>>(StringComparer.Ordinal);
        foreach (var asked in streams.Distinct(StringComparer.Ordinal).Chunk(MostAsked))
        {
            var missing = await log.FindMissingAsync(asked, cancellationToken);
            await Parallel.ForEachAsync(
                asked.Where(stream => !missing.Contains(stream)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (stream, cancelled) => read[stream] = await log.ReadStreamAsync(stream, cancelled));
        }
        return read;
    }

    /// <summary>In their present form, with the words that they keep by reference.</summary>
    public async Task<PastEvent[]> PresentAsync(IReadOnlyList<LoggedEvent> logged, CancellationToken cancellationToken) =>
        (await words.ReadAsync(logged, cancellationToken)).Select((happened, i) => new PastEvent(happened, logged[i].Metadata.Command)).ToArray();
}
