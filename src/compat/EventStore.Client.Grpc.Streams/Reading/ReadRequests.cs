using EventStore.Client.Protocol.Streams;
using Types = EventStore.Client.Protocol.Streams.ReadReq.Types.Options.Types;

namespace EventStore.Client;

/// <summary>What is asked for. Every request says how it wants ids: a server that is not told answers nothing.</summary>
internal static class ReadRequests
{
    public static ReadReq Stream(Direction direction, string stream, StreamPosition from, long count, bool resolveLinks)
    {
        var options = Read(direction, count, resolveLinks);
        options.NoFilter = new();
        options.Stream = new() { StreamIdentifier = AppendMessages.Stream(stream) };
        if (from == StreamPosition.Start)
            options.Stream.Start = new();
        else if (from == StreamPosition.End)
            options.Stream.End = new();
        else
            options.Stream.Revision = from.ToUInt64();
        return new() { Options = options };
    }

    public static ReadReq All(Direction direction, Position from, IEventFilter? filter, long count, bool resolveLinks)
    {
        var options = Read(direction, count, resolveLinks);
        options.Set(filter);
        options.All = new() { Position = new() { CommitPosition = from.CommitPosition, PreparePosition = from.PreparePosition } };
        return new() { Options = options };
    }

    public static ReadReq Subscription(FromAll from, SubscriptionFilterOptions? filter, bool resolveLinks)
    {
        var options = new ReadReq.Types.Options
        {
            ReadDirection = Types.ReadDirection.Forwards,
            ResolveLinks = resolveLinks,
            Subscription = new(),
            UuidOption = new() { Structured = new() },
            All = new(),
        };
        options.Set(filter?.Filter, filter?.CheckpointInterval ?? 0);
        if (from == FromAll.Start)
            options.All.Start = new();
        else if (from == FromAll.End)
            options.All.End = new();
        else
            options.All.Position = After(from);
        return new() { Options = options };
    }

    private static Types.Position After(FromAll from)
    {
        var (commit, prepare) = from.ToUInt64();
        return new() { CommitPosition = commit, PreparePosition = prepare };
    }

    private static ReadReq.Types.Options Read(Direction direction, long count, bool resolveLinks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new()
        {
            ReadDirection = direction switch
            {
                Direction.Forwards => Types.ReadDirection.Forwards,
                Direction.Backwards => Types.ReadDirection.Backwards,
                _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Give Direction.Forwards or Backwards."),
            },
            ResolveLinks = resolveLinks,
            Count = (ulong)count,
            UuidOption = new() { Structured = new() },
            ControlOption = new() { Compatibility = 1 },
        };
    }
}
