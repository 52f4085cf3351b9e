namespace EventStore.Client;

/// <summary>Which node of a cluster to talk to when there is a choice. Only <see cref="Leader"/> makes the nodes themselves insist on it.</summary>
public enum NodePreference
{
    Leader,
    Follower,
    Random,
    ReadOnlyReplica,
}
