namespace EventStore.Client;

public sealed partial class EventStoreClient
{
    /// <summary>Reads a stream. Nothing is sent before the result is enumerated, or its state asked for.</summary>
    /// <param name="deadline">For the whole read; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public ReadStreamResult ReadStreamAsync(
        Direction direction,
        string streamName,
        StreamPosition revision,
        long maxCount = long.MaxValue,
        bool resolveLinkTos = false,
        TimeSpan? deadline = null,
        UserCredentials? userCredentials = null,
        CancellationToken cancellationToken = default) =>
        new(streamName, new ReadCall(connection, ReadRequests.Stream(direction, streamName, revision, maxCount, resolveLinkTos),
            settings, deadline, userCredentials, cancellationToken));

    /// <inheritdoc cref="ReadAllAsync(Direction, Position, IEventFilter?, long, bool, TimeSpan?, UserCredentials?, CancellationToken)" />
    public ReadAllStreamResult ReadAllAsync(
        Direction direction,
        Position position,
        long maxCount = long.MaxValue,
        bool resolveLinkTos = false,
        TimeSpan? deadline = null,
        UserCredentials? userCredentials = null,
        CancellationToken cancellationToken = default) =>
        ReadAllAsync(direction, position, null, maxCount, resolveLinkTos, deadline, userCredentials, cancellationToken);

    /// <summary>Reads all streams, from an event's position with that event. Nothing is sent before the result is enumerated.</summary>
    /// <param name="maxCount">Of events that pass the filter.</param>
    /// <param name="deadline">For the whole read; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public ReadAllStreamResult ReadAllAsync(
        Direction direction,
        Position position,
        IEventFilter? eventFilter,
        long maxCount = long.MaxValue,
        bool resolveLinkTos = false,
        TimeSpan? deadline = null,
        UserCredentials? userCredentials = null,
        CancellationToken cancellationToken = default) =>
        new(new ReadCall(connection, ReadRequests.All(direction, position, eventFilter, maxCount, resolveLinkTos),
            settings, deadline, userCredentials, cancellationToken));

    /// <summary>Follows all streams, from the event after the start. It never ends by itself; when it fails, subscribe again after the last position seen.
    /// Nothing is sent before the result is enumerated.</summary>
    public StreamSubscriptionResult SubscribeToAll(
        FromAll start,
        bool resolveLinkTos = false,
        SubscriptionFilterOptions? filterOptions = null,
        UserCredentials? userCredentials = null,
        CancellationToken cancellationToken = default) =>
        new(new ReadCall(connection, ReadRequests.Subscription(start, filterOptions, resolveLinkTos), settings, null, userCredentials, cancellationToken));
}
