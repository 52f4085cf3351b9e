using EventStore.Client.Protocol.Gossip;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>A node as gossip tells of it.</summary>
internal sealed record DoubleMember(string Host, int Port, MemberInfo.Types.VNodeState State, bool IsAlive = true);
