using EventStore.Client;
using Content = EventStore.Client.Protocol.Streams.ReadReq.Types.Options.Types.UUIDOption.ContentOneofCase;
using FilterCase = EventStore.Client.Protocol.Streams.ReadReq.Types.Options.FilterOptionOneofCase;

namespace Archive.Tests.CompatibleClient;

/// <summary>A request that lacks a part is answered by nothing at all, so each part is looked at here.</summary>
public sealed class ReadRequestTests
{
    private static readonly IEventFilter Filter = StreamFilter.Prefix(500, "archive:", "other:");

    [Fact]
    public void Every_request_says_how_it_wants_ids_and_what_it_filters()
    {
        foreach (var request in new[]
        {
            ReadRequests.Stream(Direction.Forwards, "s", StreamPosition.Start, 1, false),
            ReadRequests.All(Direction.Backwards, Position.End, null, 1, false),
            ReadRequests.All(Direction.Forwards, Position.Start, Filter, 1, false),
            ReadRequests.Subscription(FromAll.Start, null, false),
            ReadRequests.Subscription(FromAll.End, new SubscriptionFilterOptions(Filter), false),
        })
        {
            request.Options.UuidOption.ContentCase.ShouldBe(Content.Structured);
            request.Options.FilterOptionCase.ShouldNotBe(FilterCase.None);
        }
    }

    [Fact]
    public void A_filter_has_its_prefixes_and_a_window()
    {
        var filter = ReadRequests.Subscription(FromAll.Start, new SubscriptionFilterOptions(Filter, 3), false).Options.Filter;
        filter.StreamIdentifier.Prefix.ShouldBe(["archive:", "other:"]);
        (filter.Max, filter.CheckpointIntervalMultiplier).ShouldBe((500u, 3u));
        ReadRequests.All(Direction.Forwards, Position.Start, EventTypeFilter.ExcludeSystemEvents(), 1, false).Options.Filter.EventType.Regex.ShouldBe(@"^[^\$].*");
    }

    [Fact]
    public void A_filter_that_filters_nothing_is_none() =>
        ReadRequests.All(Direction.Forwards, Position.Start, StreamFilter.None, 1, false).Options.FilterOptionCase.ShouldBe(FilterCase.NoFilter);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_count_below_1_is_refused_before_it_is_sent(long count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReadRequests.Stream(Direction.Forwards, "s", StreamPosition.Start, count, false));

    [Fact]
    public void A_subscription_starts_after_its_position()
    {
        var position = ReadRequests.Subscription(FromAll.After(new Position(9, 0)), null, false).Options.All.Position;
        (position.CommitPosition, position.PreparePosition).ShouldBe((9ul, 0ul));
    }
}
