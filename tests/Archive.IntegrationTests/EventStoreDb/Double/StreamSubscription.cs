using EventStore.Client.Protocol.Streams;
using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>A subscription to one stream, which need not be there yet.</summary>
internal sealed class StreamSubscription(DoubleLog log, ReadSending sending, ServerCallContext context, bool? idAsText)
{
    public async Task RunAsync(ReadReq.Types.Options.Types.StreamOptions options)
    {
        var stream = options.StreamIdentifier.StreamName.ToStringUtf8();
        var next = options.RevisionOptionCase == ReadReq.Types.Options.Types.StreamOptions.RevisionOptionOneofCase.Start
            ? 0
            : ReadCall.Start(options) is >= 0 and var after ? after + 1 : (Page(stream, 0)?.Last ?? -1) + 1;
        await sending.SendAsync(new ReadResp { Confirmation = new() { SubscriptionId = Guid.NewGuid().ToString() } });
        for (var caughtUp = false; ;)
        {
            var end = log.End;
            var page = Page(stream, next);
            foreach (var stored in page?.Events ?? [])
                await sending.EventAsync(stored, idAsText, more: false);
            if (page is { ReachedEnd: false })
            {
                next = page.Next;
                continue;
            }
            if (page is not null)
            {
                next = Math.Max(next, page.Next);
                if (!caughtUp)
                    await sending.SendAsync(new ReadResp { CaughtUp = new() });
                caughtUp = true;
            }
            await log.GrownPast(end).WaitAsync(context.CancellationToken);
        }
    }

    private StreamPage? Page(string stream, long revision)
    {
        try
        {
            return log.Stream(stream, revision, ReadFilter.PageSize, backwards: false);
        }
        catch (StreamTombstonedException)
        {
            throw WireRefusals.StreamDeleted(stream);
        }
    }
}
