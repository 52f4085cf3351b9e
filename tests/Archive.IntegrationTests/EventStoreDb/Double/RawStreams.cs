using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Gossip;
using EventStore.Client.Protocol.ServerFeatures;
using EventStore.Client.Protocol.Streams;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using FilterOptions = EventStore.Client.Protocol.Streams.ReadReq.Types.Options.Types.FilterOptions;
using Options = EventStore.Client.Protocol.Streams.ReadReq.Types.Options;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>The protocol with nothing between: what the tests of the double speak to it.</summary>
internal sealed class RawStreams : IDisposable
{
    private readonly GrpcChannel _channel;

    public RawStreams(EventStoreDouble server)
    {
        _channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            MaxRetryAttempts = 1,
            HttpHandler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } },
        });
        Streams = new Streams.StreamsClient(_channel);
        Gossip = new Gossip.GossipClient(_channel);
        Features = new ServerFeatures.ServerFeaturesClient(_channel);
    }

    public Streams.StreamsClient Streams { get; }

    public Gossip.GossipClient Gossip { get; }

    public ServerFeatures.ServerFeaturesClient Features { get; }

    public static Options.Types.StreamOptions StreamFrom(string stream, ulong? revision = null) => revision is { } at
        ? new() { StreamIdentifier = WireEvents.Stream(stream), Revision = at }
        : new() { StreamIdentifier = WireEvents.Stream(stream), Start = new Empty() };

    public static Options.Types.AllOptions AllFrom(LogPosition position) => new()
    {
        Position = new Options.Types.Position { CommitPosition = (ulong)position.Commit, PreparePosition = (ulong)position.Prepare },
    };

    public static Options.Types.AllOptions AllFromStart() => new() { Start = new Empty() };

    public static Options.Types.AllOptions AllFromEnd() => new() { End = new Empty() };

    public static FilterOptions ByStream(string prefix, uint window = 32, uint multiplier = 1) =>
        new() { StreamIdentifier = new() { Prefix = { prefix } }, Max = window, CheckpointIntervalMultiplier = multiplier };

    public static AppendReq.Types.ProposedMessage Event(Guid id, string type = "noted", int size = 2, string contentType = "application/json") => new()
    {
        Id = WireEvents.Id(id, asText: true),
        Metadata = { ["type"] = type, ["content-type"] = contentType },
        Data = ByteString.CopyFrom(new byte[size]),
    };

    public static AppendReq.Types.ProposedMessage[] Events(int count) => [.. Enumerable.Range(0, count).Select(_ => Event(Guid.NewGuid()))];

    public static Options OfStream(Options.Types.StreamOptions stream, ulong count = ulong.MaxValue) =>
        new() { Stream = stream, Count = count, NoFilter = new Empty(), UuidOption = new() { String = new Empty() } };

    public static Options OfAll(Options.Types.AllOptions all, FilterOptions? filter = null, ulong count = ulong.MaxValue)
    {
        var options = new Options { All = all, Count = count, UuidOption = new() { Structured = new Empty() } };
        if (filter is null)
            options.NoFilter = new Empty();
        else
            options.Filter = filter;
        return options;
    }

    public static Options Subscribing(Options options)
    {
        options.Subscription = new Options.Types.SubscriptionOptions();
        return options;
    }

    /// <param name="expected">A revision or one of <see cref="ExpectedRevision"/>.</param>
    public async Task<AppendResp> AppendAsync(
        string stream, long expected, IEnumerable<AppendReq.Types.ProposedMessage> events, Metadata? headers = null)
    {
        var options = new AppendReq.Types.Options { StreamIdentifier = WireEvents.Stream(stream) };
        switch (expected)
        {
            case ExpectedRevision.Any:
                options.Any = new Empty();
                break;
            case ExpectedRevision.NoStream:
                options.NoStream = new Empty();
                break;
            case ExpectedRevision.StreamExists:
                options.StreamExists = new Empty();
                break;
            default:
                options.Revision = (ulong)expected;
                break;
        }
        using var call = Streams.Append(headers);
        try
        {
            await call.RequestStream.WriteAsync(new AppendReq { Options = options });
            foreach (var message in events)
                await call.RequestStream.WriteAsync(new AppendReq { ProposedMessage = message });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception sending) when (sending is RpcException or InvalidOperationException)
        {
            // The server has answered before it was told everything: its answer says why.
        }
        return await call.ResponseAsync;
    }

    public async Task<IReadOnlyList<ReadResp>> ReadAsync(Options options, Metadata? headers = null)
    {
        using var call = Streams.Read(new ReadReq { Options = options }, headers);
        var read = new List<ReadResp>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            read.Add(message);
        return read;
    }

    /// <summary>The messages of a subscription until one is the last wanted.</summary>
    public async Task<IReadOnlyList<ReadResp>> SubscribeAsync(Options options, Func<ReadResp, bool> isLast)
    {
        using var call = Streams.Read(new ReadReq { Options = Subscribing(options) });
        var read = new List<ReadResp>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            read.Add(message);
            if (isLast(message))
                break;
        }
        return read;
    }

    public void Dispose() => _channel.Dispose();
}
