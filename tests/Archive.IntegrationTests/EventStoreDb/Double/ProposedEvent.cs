using Google.Protobuf;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>An event before it has a place in the log.</summary>
internal sealed record ProposedEvent(Guid Id, string Type, bool IsJson, ByteString Data, ByteString Metadata)
{
    /// <summary>What counts towards the limit of an append, in bytes. Server 23.10.6 forgets all but the data; later ones count it all.</summary>
    public int Size => Data.Length + Metadata.Length + (Type.Length * 2);
}
