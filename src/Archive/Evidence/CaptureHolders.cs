using Archive.Access;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.Evidence;

/// <summary>Finds who else needs the bytes of a capture, or its text.</summary>
internal sealed class CaptureHolders(ReadModels readModels, ProjectionProgress progress, IEventLog log)
{
    /// <summary>
    /// The captures that are not erased, whatever source they are of, as the log has them now: what is not projected yet counts too. An erasure that
    /// destroyed nothing because others had the same bytes lets go of them; one that is held, or not carried out yet, does not.
    /// </summary>
    public async Task<IReadOnlyList<(string Source, Capture Capture)>> FindAsync(CancellationToken cancellationToken)
    {
        var head = await progress.ReadHeadAsync(cancellationToken);
        var answered = await readModels.AskAsync<List<Source>>(
            AsOf.Latest, Asker.Itself, async snapshot => new Outcome<List<Source>>.Ok((await snapshot.AllSourcesAsync()).ConvertAll(version => version.State)), cancellationToken);
        var found = ((Outcome<List<Source>>.Ok)answered).Value
            .SelectMany(source => (source.Captures ?? []).Where(capture => !IsLetGo(source, capture)).Select(capture => (source.Id, capture))).ToList();
        var end = await log.FindEndAsync(cancellationToken);
        await foreach (var logged in LogReading.BetweenAsync(log, head.Position, end, cancellationToken))
        {
            if (logged.Stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) && logged.Happened() is SourceCaptured e)
                found.Add((e.Source, e.Capture));
        }

        return found;
    }

    private static bool IsLetGo(Source source, Capture capture) =>
        source.Erased?.Any(erasure => erasure.Capture == capture.Digest && erasure.Outcome is ErasureOutcome.Destroyed or ErasureOutcome.Shared) == true;
}
