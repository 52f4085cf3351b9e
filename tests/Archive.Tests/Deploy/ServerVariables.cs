namespace Archive.Tests.Deploy;

/// <summary>
/// Variables of the servers' images that compose files may set, looked up in what the server says of itself, because EventStoreDB does not start with one that it
/// does not know, and PostgreSQL's image ignores it without a word. A variable that is not here is to be looked up first, and an image of another line
/// of versions looks them all up again.
/// </summary>
internal static class ServerVariables
{
    /// <summary>Options of EventStoreDB as of 23.10.6, in its source. Those that 23.10 calls deprecated (INT_*, EXT_*, HTTP_PORT) are left out, but for AtomPub, which has no successor.</summary>
    private static readonly string[] EventStore =
    [
        "EVENTSTORE_CERTIFICATE_FILE", "EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE", "EVENTSTORE_CLUSTER_SIZE", "EVENTSTORE_DEFAULT_ADMIN_PASSWORD",
        "EVENTSTORE_DEFAULT_OPS_PASSWORD", "EVENTSTORE_DISCOVER_VIA_DNS", "EVENTSTORE_ENABLE_ATOM_PUB_OVER_HTTP", "EVENTSTORE_GOSSIP_SEED", "EVENTSTORE_INSECURE",
        "EVENTSTORE_NODE_HOST_ADVERTISE_AS", "EVENTSTORE_NODE_IP", "EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS", "EVENTSTORE_REPLICATION_IP", "EVENTSTORE_RUN_PROJECTIONS",
        "EVENTSTORE_TELEMETRY_OPTOUT", "EVENTSTORE_TRUSTED_ROOT_CERTIFICATES_PATH",
    ];

    /// <summary>Of the official image, which documents them for all its versions.</summary>
    private static readonly string[] Postgres = ["POSTGRES_DB", "POSTGRES_INITDB_ARGS", "POSTGRES_PASSWORD", "POSTGRES_USER"];

    /// <summary>Beginnings of images for which the lists hold, and the variables that each may get.</summary>
    public static IReadOnlyDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["eventstore/eventstore:23.10."] = EventStore,
        ["postgres:15."] = Postgres,
    };
}
