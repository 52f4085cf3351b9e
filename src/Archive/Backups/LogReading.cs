using System.Runtime.CompilerServices;
using Archive.EventLog;

namespace Archive.Backups;

/// <summary>Reads a log from its beginning, in pieces of about the same number of bytes however large its events are.</summary>
internal static class LogReading
{
    private const int Least = 16;
    private const int Most = 2_000;
    private const long PieceBytes = 4 * 1024 * 1024;

    public static async IAsyncEnumerable<LoggedEvent> UpToAsync(IEventLog log, LogPosition end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (after, most) = (LogPosition.Start, Least);
        while (after < end)
        {
            var events = await log.ReadAfterAsync(after, most, cancellationToken);
            foreach (var logged in events)
            {
                if (logged.Position > end)
                    yield break;
                yield return logged;
            }

            if (events.Count == 0)
                yield break;
            after = events[^1].Position;
            var average = 1 + (events.Sum(logged => (long)logged.Data.Length) / events.Count);
            most = (int)Math.Clamp(PieceBytes / average, Least, Most);
        }
    }
}
