using System.Runtime.CompilerServices;

namespace Archive.EventLog;

/// <summary>Reads a log on, in pieces of about the same number of bytes however large its events are.</summary>
internal static class LogReading
{
    private const int Least = 16;
    private const int Most = 2_000;
    private const long PieceBytes = 4 * 1024 * 1024;

    public static IAsyncEnumerable<LoggedEvent> UpToAsync(IEventLog log, LogPosition end, CancellationToken cancellationToken) =>
        BetweenAsync(log, LogPosition.Start, end, cancellationToken);

    /// <param name="log">The log.</param>
    /// <param name="after">Where it was read up to.</param>
    /// <param name="end">Position of the last event that is wanted.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async IAsyncEnumerable<LoggedEvent> BetweenAsync(
        IEventLog log, LogPosition after, LogPosition end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var most = Least;
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
            after = events.UpTo;
            var average = 1 + (events.Sum(logged => (long)logged.Data.Length) / events.Count);
            most = (int)Math.Clamp(PieceBytes / average, Least, Most);
        }
    }
}
