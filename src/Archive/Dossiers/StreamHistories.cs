using System.Collections.Concurrent;
using Archive.EventLog;

namespace Archive.Dossiers;

/// <summary>Reads many streams of the log at once.</summary>
internal sealed class StreamHistories(IEventLog log)
{
    private const int AtOnce = 8;
    private const int MostAsked = 1_000;

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PastEvent>>> ReadAsync(IEnumerable<string> streams, CancellationToken cancellationToken)
    {
        var found = await ReadLoggedAsync(streams, cancellationToken);
        return found.ToDictionary(
            stream => stream.Key,
            stream => (IReadOnlyList<PastEvent>)stream.Value.Select(Present).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>The events of those streams that have begun.</summary>
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

    public static PastEvent Present(LoggedEvent logged) => new(logged.Happened(), logged.Metadata.Command);
}
