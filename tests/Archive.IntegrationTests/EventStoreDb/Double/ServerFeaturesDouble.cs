using EventStore.Client.Protocol;
using EventStore.Client.Protocol.ServerFeatures;
using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>What the double says it can do: its names in lower case, and no BatchAppend, which a real server lists and has.</summary>
internal sealed class ServerFeaturesDouble : ServerFeatures.ServerFeaturesBase
{
    public override Task<SupportedMethods> GetSupportedMethods(Empty request, ServerCallContext context) => Task.FromResult(new SupportedMethods
    {
        EventStoreServerVersion = "23.10.6",
        Methods =
        {
            new SupportedMethod { ServiceName = "event_store.client.streams.streams", MethodName = "read", Features = { "position", "events" } },
            new SupportedMethod { ServiceName = "event_store.client.streams.streams", MethodName = "append" },
            new SupportedMethod { ServiceName = "event_store.client.streams.streams", MethodName = "delete" },
            new SupportedMethod { ServiceName = "event_store.client.streams.streams", MethodName = "tombstone" },
            new SupportedMethod { ServiceName = "event_store.client.gossip.gossip", MethodName = "read" },
            new SupportedMethod { ServiceName = "event_store.client.server_features.serverfeatures", MethodName = "getsupportedmethods" },
        },
    });
}
