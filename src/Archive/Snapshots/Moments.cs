using Archive.Domain.Ledger;

namespace Archive.Snapshots;

/// <summary>From what was asked to the entry that answers it.</summary>
internal static class Moments
{
    /// <returns>Null where an entry was asked for that the ledger does not have.</returns>
    public static async Task<Moment?> FindAsync(ReadSession session, AsOf asOf, CancellationToken cancellationToken)
    {
        var head = session.Head;
        switch (asOf)
        {
            case AsOf.Entry { Number: var number } when number < 0 || number > head.Entry:
                return null;
            case AsOf.Entry { Number: var number }:
                return new Moment(head.LogNameAt(number), number, await RecordedAtAsync(session, number, cancellationToken), Final: true);
            case AsOf.Time { Instant: var instant } when head.RecordedAt is { } last && instant <= last:
                var entry = await LastUpToAsync(session, instant, cancellationToken);
                return new Moment(head.LogNameAt(entry), entry, await RecordedAtAsync(session, entry, cancellationToken), Final: true);
            default:
                return new Moment(head.LogNameAt(head.Entry), head.Entry, head.RecordedAt, Final: false);
        }
    }

    private static async Task<DateTimeOffset?> RecordedAtAsync(ReadSession session, long entry, CancellationToken cancellationToken)
    {
        if (entry == session.Head.Entry)
            return session.Head.RecordedAt;
        var found = await session.ValuesAsync<DateTime>($"select recorded_at from {session.Generation.Entries} where id = $1", cancellationToken, entry);
        return found.Count == 0 ? null : new DateTimeOffset(found[0], TimeSpan.Zero);
    }

    /// <summary>The last entry recorded at or before an instant; instants finer than the ledger's microseconds are cut to them.</summary>
    private static async Task<long> LastUpToAsync(ReadSession session, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var found = await session.ValuesAsync<long>(
            $"select id from {session.Generation.Entries} where recorded_at <= $1 order by recorded_at desc limit 1",
            cancellationToken,
            RecordedTime.TruncateToMicroseconds(instant).UtcDateTime);
        return found.Count == 0 ? 0 : found[0];
    }
}
