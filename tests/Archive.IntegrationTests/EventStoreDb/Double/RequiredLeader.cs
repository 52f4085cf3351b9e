using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

internal static class RequiredLeader
{
    /// <summary>A follower serves calls that do not ask for the leader; the others it sends there.</summary>
    public static void Demand(DoubleFaults faults, ServerCallContext context)
    {
        if (faults.Leader is var (host, port) && bool.TryParse(context.RequestHeaders.GetValue("requires-leader"), out var required) && required)
            throw WireRefusals.NotLeader(host, port);
    }
}
