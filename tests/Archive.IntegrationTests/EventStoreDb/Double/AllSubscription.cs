using EventStore.Client.Protocol.Streams;
using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// A subscription to $all. It catches up in pages and then follows. In the first part a checkpoint stands at the last event sent of a page, or, where
/// no event of the page matched, at the page's own start, whose prepare position is 0; in the second it stands at the event last looked at.
/// Only filtered subscriptions have checkpoints.
/// </summary>
internal sealed class AllSubscription(DoubleLog log, ReadSending sending, ServerCallContext context, bool? idAsText)
{
    private long _considered;

    public async Task RunAsync(ReadReq.Types.Options options)
    {
        var filter = options.Filter is { } given ? ReadFilter.Of(given) : ReadFilter.None;
        if (options.Filter is not null && filter.CheckpointInterval == 0)
            throw new InvalidOperationException("a filtered subscription has a checkpoint interval");
        var start = ReadCall.Start(options.All);
        if (start == LogPosition.End)
            start = log.End;
        // The server finds what is after a position by reading one event there and beginning behind it, whichever event that is.
        else if (start != LogPosition.Start)
            start = (log.Forwards(start, 1, int.MaxValue, _ => true) ?? throw new InvalidOperationException("no record begins there")).Next;
        await sending.SendAsync(new ReadResp { Confirmation = new() { SubscriptionId = Guid.NewGuid().ToString() } });
        start = await CatchUpAsync(start, filter);
        await sending.SendAsync(new ReadResp { CaughtUp = new() });
        await FollowAsync(start, filter);
    }

    private async Task<LogPosition> CatchUpAsync(LogPosition position, ReadFilter filter)
    {
        while (true)
        {
            var page = log.Forwards(position, ReadFilter.PageSize, filter.Window, filter.Matches)
                ?? throw new InvalidOperationException("no record begins there");
            var reached = page.Current;
            foreach (var stored in page.Events)
            {
                await sending.EventAsync(stored, idAsText, more: !ReferenceEquals(stored, page.Events[^1]));
                reached = new LogPosition(stored.Position, stored.Position);
            }
            _considered += page.Considered;
            if (page.ReachedEnd)
                return page.Next;
            if (filter.CheckpointInterval > 0 && _considered >= filter.CheckpointInterval)
            {
                _considered %= filter.CheckpointInterval;
                await sending.SendAsync(WireEvents.Checkpoint(reached));
            }
            position = page.Next;
        }
    }

    private async Task FollowAsync(LogPosition position, ReadFilter filter)
    {
        while (true)
        {
            await log.GrownPast(position).WaitAsync(context.CancellationToken);
            var page = log.Forwards(position, ReadFilter.PageSize, int.MaxValue, _ => true)
                ?? throw new InvalidOperationException("no record begins there");
            foreach (var stored in page.Events)
            {
                if (filter.Matches(stored))
                    await sending.EventAsync(stored, idAsText, more: false);
                if (filter.CheckpointInterval > 0 && ++_considered >= filter.CheckpointInterval)
                {
                    _considered = 0;
                    await sending.SendAsync(WireEvents.Checkpoint(new LogPosition(stored.Position, stored.Position)));
                }
            }
            position = page.Next;
        }
    }
}
