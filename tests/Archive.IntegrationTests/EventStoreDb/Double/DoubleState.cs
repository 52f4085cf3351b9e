namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>What the services of one double share.</summary>
internal sealed record DoubleState(DoubleLog Log, DoubleFaults Faults, DoubleConnections Connections, DoubleAccess Access)
{
    /// <summary>Whom gossip names; null for the double alone, as leader.</summary>
    public IReadOnlyList<DoubleMember>? Members { get; set; }

    public int Port { get; set; }

    /// <summary>Takes the server away at once, as if it were killed.</summary>
    public Action Die { get; set; } = () => { };
}
