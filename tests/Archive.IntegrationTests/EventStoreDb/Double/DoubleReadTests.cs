using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using static Archive.IntegrationTests.EventStoreDb.RawStreams;
using Direction = EventStore.Client.Protocol.Streams.ReadReq.Types.Options.Types.ReadDirection;
using Options = EventStore.Client.Protocol.Streams.ReadReq.Types.Options;

namespace Archive.IntegrationTests.EventStoreDb;

public sealed class DoubleReadTests : IAsyncLifetime
{
    private EventStoreDouble _server = null!;
    private RawStreams _raw = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EventStoreDouble.StartAsync();
        _raw = new RawStreams(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _raw.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_is_read_both_ways_from_a_revision_on()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(70));

        Revisions(await _raw.ReadAsync(OfStream(StreamFrom("one", 2)))).ShouldBe(Enumerable.Range(2, 68).Select(n => (ulong)n));
        Revisions(await _raw.ReadAsync(OfStream(StreamFrom("one", 2), 3))).ShouldBe([2ul, 3, 4]);
        Revisions(await _raw.ReadAsync(Backwards(OfStream(StreamFrom("one", 2))))).ShouldBe([2ul, 1, 0]);
        Revisions(await _raw.ReadAsync(Backwards(OfStream(FromEnd("one"), 40)))).ShouldBe(Enumerable.Range(30, 40).Reverse().Select(n => (ulong)n));
    }

    [Fact]
    public async Task All_is_read_both_ways_with_what_others_write_between()
    {
        await _raw.AppendAsync("archive:1", ExpectedRevision.NoStream, Events(1));
        _server.PutForeign(count: 40);
        _server.PutSystem();
        await _raw.AppendAsync("archive:2", ExpectedRevision.NoStream, Events(1));

        var all = await _raw.ReadAsync(OfAll(AllFromStart()));
        all.Count.ShouldBe(2 + 1 + 40 + 1 + 1);
        Positions(all).ShouldBe(Positions(all).Order());
        Positions(await _raw.ReadAsync(Backwards(OfAll(AllFromEnd())))).ShouldBe(Positions(all).Reverse());
        Names(await _raw.ReadAsync(OfAll(AllFromStart(), ByStream("archive:", window: 5)))).ShouldBe(["archive:1", "archive:2"]);
        Names(await _raw.ReadAsync(Backwards(OfAll(AllFromEnd(), ByStream("archive:"))))).ShouldBe(["archive:2", "archive:1"]);
        Names(await _raw.ReadAsync(OfAll(AllFromStart(), ByStream("archive:"), count: 1))).ShouldBe(["archive:1"]);
    }

    [Fact]
    public async Task A_filter_is_by_stream_or_type_and_by_prefix_or_expression()
    {
        await _raw.AppendAsync("archive:1", ExpectedRevision.NoStream, [Event(Guid.NewGuid(), "claim-recorded")]);
        _server.PutForeign();

        Names(await _raw.ReadAsync(OfAll(AllFromStart(), new() { EventType = new() { Prefix = { "x", "claim-" } }, Max = 9 }))).ShouldBe(["archive:1"]);
        Names(await _raw.ReadAsync(OfAll(AllFromStart(), new() { EventType = new() { Regex = "^order-" }, Count = new() }))).ShouldBe(["orders-1"]);
        Names(await _raw.ReadAsync(OfAll(AllFromStart(), new() { StreamIdentifier = new() { Regex = "^[^$].*1$" }, Max = 9 })))
            .ShouldBe(["archive:1", "orders-1"]);
    }

    [Fact]
    public async Task A_position_is_inclusive_forwards_and_exclusive_backwards()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(3));
        var positions = Positions(await _raw.ReadAsync(OfAll(AllFromStart(), ByStream("one"))));
        var middle = new LogPosition((long)positions[1], (long)positions[1]);

        Positions(await _raw.ReadAsync(OfAll(AllFrom(middle)))).ShouldBe(positions[1..]);
        Positions(await _raw.ReadAsync(Backwards(OfAll(AllFrom(middle), ByStream("one"))))).ShouldBe([positions[0]]);
    }

    [Fact]
    public async Task A_position_that_is_no_record_is_unknown_and_one_beyond_the_end_finds_nothing()
    {
        var end = _server.Log.End;

        (await FailedAsync(OfAll(AllFrom(new LogPosition(3, 3))))).StatusCode.ShouldBe(StatusCode.Unknown);
        (await FailedAsync(OfAll(AllFrom(new LogPosition(3, 3)), ByStream("one")))).StatusCode.ShouldBe(StatusCode.Unknown);
        (await _raw.ReadAsync(OfAll(AllFrom(end)))).ShouldBeEmpty();
        (await _raw.ReadAsync(OfAll(AllFrom(new LogPosition(end.Commit + 1001, 0)), ByStream("one")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ids_are_given_in_the_form_asked_for_and_created_in_ticks_since_1970()
    {
        var id = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, [Event(id)]);

        var text = (await _raw.ReadAsync(OfStream(StreamFrom("one")))).Single().Event.Event;
        var numbers = (await _raw.ReadAsync(OfAll(AllFromStart(), ByStream("one")))).Single().Event.Event;

        text.Id.String.ShouldBe(id.ToString());
        numbers.Id.Structured.MostSignificantBits.ShouldBe(0x0123456789abcdef);
        numbers.Id.Structured.LeastSignificantBits.ShouldBe(0x0123456789abcdef);
        (DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(long.Parse(text.Metadata["created"])))
            .ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Without_an_id_format_a_read_that_finds_something_hangs_with_no_error()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1));
        var options = OfStream(StreamFrom("one"));
        options.UuidOption = null;

        using var call = _raw.Streams.Read(new ReadReq { Options = options }, deadline: DateTime.UtcNow.AddSeconds(1));

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(default))).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Count_0_and_the_end_forwards_are_unknown()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1));

        Options[] requests =
        [
            OfStream(StreamFrom("one"), 0), OfStream(FromEnd("one")), OfAll(AllFromStart(), count: 0), OfAll(AllFromEnd()),
            OfAll(AllFromStart(), ByStream("one"), 0),
        ];

        foreach (var request in requests)
            (await FailedAsync(request)).StatusCode.ShouldBe(StatusCode.Unknown);
    }

    [Fact]
    public async Task What_a_read_must_say_and_does_not_is_an_invalid_argument()
    {
        var noStart = OfAll(AllFromStart());
        noStart.ClearStreamOption();
        var noCount = OfAll(AllFromStart());
        noCount.ClearCountOption();
        var noFilter = OfAll(AllFromStart());
        noFilter.ClearFilterOption();
        var noWindow = OfAll(AllFromStart(), new() { StreamIdentifier = new() { Prefix = { "one" } } });

        foreach (var request in new[] { noStart, noCount, noFilter, noWindow })
            (await FailedAsync(request)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task A_missing_stream_is_told_in_band()
    {
        var message = (await _raw.ReadAsync(OfStream(StreamFrom("none")))).ShouldHaveSingleItem();

        message.StreamNotFound.StreamIdentifier.StreamName.ToStringUtf8().ShouldBe("none");
    }

    [Fact]
    public async Task A_reader_that_asks_for_it_is_told_the_last_revision()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(3));
        var options = OfStream(StreamFrom("one"), 2);
        options.ControlOption = new() { Compatibility = 1 };

        (await _raw.ReadAsync(options))[^1].LastStreamPosition.ShouldBe(2ul);
    }

    private static Options Backwards(Options options)
    {
        options.ReadDirection = Direction.Backwards;
        return options;
    }

    private static Options.Types.StreamOptions FromEnd(string stream) => new() { StreamIdentifier = WireEvents.Stream(stream), End = new() };

    private static ulong[] Revisions(IEnumerable<ReadResp> read) => [.. read.Select(message => message.Event.Event.StreamRevision)];

    private static ulong[] Positions(IEnumerable<ReadResp> read) => [.. read.Select(message => message.Event.Event.CommitPosition)];

    private static string[] Names(IEnumerable<ReadResp> read) =>
        [.. read.Select(message => message.Event.Event.StreamIdentifier.StreamName.ToStringUtf8())];

    private Task<RpcException> FailedAsync(Options options) => Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(options));
}
