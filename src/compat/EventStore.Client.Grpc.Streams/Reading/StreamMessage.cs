namespace EventStore.Client;

#pragma warning disable CA1034 // Nested as the official client has them.
/// <summary>What the server says while it is read from.</summary>
public abstract record StreamMessage
{
    public record Event(ResolvedEvent ResolvedEvent) : StreamMessage;

    /// <summary>The stream has no event, or was deleted. Nothing follows.</summary>
    public record NotFound : StreamMessage
    {
        internal static readonly NotFound Instance = new();
    }

    /// <summary>The stream is there. Goes before its events.</summary>
    public record Ok : StreamMessage
    {
        internal static readonly Ok Instance = new();
    }

    public record FirstStreamPosition(StreamPosition StreamPosition) : StreamMessage;

    public record LastStreamPosition(StreamPosition StreamPosition) : StreamMessage;

    public record LastAllStreamPosition(Position Position) : StreamMessage;

    public record SubscriptionConfirmation(string SubscriptionId) : StreamMessage;

    /// <summary>Nothing up to here is still to come. The prepare position can be 0.</summary>
    public record AllStreamCheckpointReached(Position Position) : StreamMessage;

    /// <summary>From here on events come as they are written.</summary>
    public record CaughtUp : StreamMessage
    {
        internal static readonly CaughtUp Instance = new();
    }

    /// <summary>The server reads from disk again, until the next <see cref="CaughtUp"/>.</summary>
    public record FellBehind : StreamMessage
    {
        internal static readonly FellBehind Instance = new();
    }

    /// <summary>A newer server says more than this client knows.</summary>
    public record Unknown : StreamMessage
    {
        internal static readonly Unknown Instance = new();
    }
}
