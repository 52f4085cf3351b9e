using Grpc.Net.Client;
using StreamsClient = EventStore.Client.Protocol.Streams.Streams.StreamsClient;

namespace EventStore.Client;

/// <summary>The node that calls go to until one of them says otherwise.</summary>
internal sealed class Line(GrpcChannel channel)
{
    public StreamsClient Streams { get; } = new(channel);
}
