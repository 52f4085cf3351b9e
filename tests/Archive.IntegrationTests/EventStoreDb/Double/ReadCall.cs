using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using Options = EventStore.Client.Protocol.Streams.ReadReq.Types.Options;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>One Read call: which of the reads and subscriptions it is, and the reads themselves.</summary>
internal sealed class ReadCall(DoubleState state, IServerStreamWriter<ReadResp> responses, ServerCallContext context)
{
    public async Task AnswerAsync(ReadReq request)
    {
        var options = request.Options;
        if (options.StreamOptionCase == Options.StreamOptionOneofCase.None)
            throw WireRefusals.InvalidArgument("A read of neither a stream nor $all");
        state.Access.Demand(context);
        var forwards = options.ReadDirection == Options.Types.ReadDirection.Forwards;
        var subscription = options.CountOptionCase == Options.CountOptionOneofCase.Subscription;
        if (options.CountOptionCase == Options.CountOptionOneofCase.None || options.FilterOptionCase == Options.FilterOptionOneofCase.None
            || (subscription && !forwards) || (options.Stream is not null && options.Filter is not null))
        {
            throw WireRefusals.InvalidArgument(
                $"The combination of {(options.StreamOptionCase, options.CountOptionCase, options.ReadDirection, options.FilterOptionCase)}");
        }
        RequiredLeader.Demand(state.Faults, context);
        if (state.Faults.TakeReadRefusal())
            throw WireRefusals.TooBusy();
        if (state.Faults.ReadDelay > TimeSpan.Zero)
            await Task.Delay(state.Faults.ReadDelay, context.CancellationToken);
        var sending = new ReadSending(state, responses, context, subscription);
        bool? idAsText = options.UuidOption is null ? null : options.UuidOption.ContentCase == Options.Types.UUIDOption.ContentOneofCase.String;
        if (subscription && options.Stream is { } stream)
            await new StreamSubscription(state.Log, sending, context, idAsText).RunAsync(stream);
        else if (subscription)
            await new AllSubscription(state.Log, sending, context, idAsText).RunAsync(options);
        else if (options.Stream is not null)
            await StreamAsync(options, forwards, sending, idAsText);
        else
            await AllAsync(options, forwards, sending, idAsText);
    }

    internal static LogPosition Start(Options.Types.AllOptions all) => all.AllOptionCase switch
    {
        Options.Types.AllOptions.AllOptionOneofCase.Start => LogPosition.Start,
        Options.Types.AllOptions.AllOptionOneofCase.End => LogPosition.End,
        Options.Types.AllOptions.AllOptionOneofCase.Position => LogPosition.Of(all.Position.CommitPosition, all.Position.PreparePosition),
        _ => throw new InvalidOperationException("a read of $all has a start"),
    };

    /// <summary>-1 for the end.</summary>
    internal static long Start(Options.Types.StreamOptions stream) => stream.RevisionOptionCase switch
    {
        Options.Types.StreamOptions.RevisionOptionOneofCase.Start => 0,
        Options.Types.StreamOptions.RevisionOptionOneofCase.End => -1,
        Options.Types.StreamOptions.RevisionOptionOneofCase.Revision when stream.Revision == ulong.MaxValue => -1,
        Options.Types.StreamOptions.RevisionOptionOneofCase.Revision => checked((long)stream.Revision),
        _ => throw new InvalidOperationException("a read of a stream has a start"),
    };

    private async Task AllAsync(Options options, bool forwards, ReadSending sending, bool? idAsText)
    {
        var filter = options.Filter is { } given ? ReadFilter.Of(given) : ReadFilter.None;
        var position = Start(options.All);
        var failed = WireRefusals.ReadFailed(options.Filter is null ? "ReadAllResult" : "FilteredReadAllResult");
        if (options.Count == 0 || filter.Window == 0 || (forwards && position == LogPosition.End))
            throw failed;
        var left = options.Count;
        while (left > 0)
        {
            var count = (int)Math.Min(ReadFilter.PageSize, left);
            var page = (forwards
                ? state.Log.Forwards(position, count, filter.Window, filter.Matches)
                : state.Log.Backwards(position, count, filter.Window, filter.Matches)) ?? throw failed;
            foreach (var stored in page.Events)
                await sending.EventAsync(stored, idAsText, more: !ReferenceEquals(stored, page.Events[^1]));
            left -= (ulong)page.Events.Count;
            if (page.ReachedEnd)
                return;
            position = page.Next;
        }
    }

    private async Task StreamAsync(Options options, bool forwards, ReadSending sending, bool? idAsText)
    {
        var stream = options.Stream.StreamIdentifier.StreamName.ToStringUtf8();
        var revision = Start(options.Stream);
        if (options.Count == 0 || (forwards && revision < 0))
            throw WireRefusals.ReadFailed("ReadStreamResult");
        var (left, compatible, first) = (options.Count, options.ControlOption?.Compatibility >= 1, true);
        while (true)
        {
            var page = Page(stream, revision, (int)Math.Min(ReadFilter.PageSize, left), !forwards);
            if (page is null)
            {
                await sending.SendAsync(new ReadResp { StreamNotFound = new() { StreamIdentifier = WireEvents.Stream(stream) } });
                return;
            }
            if (forwards && first && compatible && page.Events.Count == 0 && revision != page.Next)
                await sending.SendAsync(new ReadResp { FirstStreamPosition = (ulong)page.Next });
            first = false;
            foreach (var stored in page.Events)
                await sending.EventAsync(stored, idAsText, more: !ReferenceEquals(stored, page.Events[^1]));
            left -= (ulong)page.Events.Count;
            if (page.ReachedEnd || left == 0)
            {
                if (compatible)
                    await sending.SendAsync(new ReadResp { LastStreamPosition = (ulong)page.Last });
                return;
            }
            revision = page.Next;
        }
    }

    private StreamPage? Page(string stream, long revision, int count, bool backwards)
    {
        try
        {
            return state.Log.Stream(stream, revision, count, backwards);
        }
        catch (StreamTombstonedException)
        {
            throw WireRefusals.StreamDeleted(stream);
        }
    }
}
