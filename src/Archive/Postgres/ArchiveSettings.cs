namespace Archive.Postgres;

/// <summary>Where the archive keeps what it knows, as its surroundings say.</summary>
/// <param name="PostgresConnectionString">The user's own server; absent where the archive runs a private cluster.</param>
/// <param name="Home">Folder of the private cluster, absolute.</param>
/// <param name="EventStoreConnectionString">The EventStoreDB or KurrentDB that has the event log; absent where that is in PostgreSQL, with the read models.</param>
/// <param name="EventStorePrefix">Of the names of the log's streams there.</param>
public sealed record ArchiveSettings(
    string? PostgresConnectionString, string Home, string? EventStoreConnectionString = null, string EventStorePrefix = ArchiveSettings.UsualPrefix)
{
    public const string UsualPrefix = "archive";

    /// <summary>Folder of the private keys that sign the ledger's checkpoints, absolute; another is named by <see cref="LedgerKeysVariable"/>.</summary>
    public string LedgerKeys { get; init; } = Path.Combine(Home, "ledger-keys");

    public const string PostgresVariable = "ARCHIVE_POSTGRES";

    public const string HomeVariable = "ARCHIVE_HOME";

    public const string LedgerKeysVariable = "ARCHIVE_LEDGER_KEYS";

    public const string EventStoreVariable = "ARCHIVE_EVENTSTORE";

    public const string EventStorePrefixVariable = "ARCHIVE_EVENTSTORE_PREFIX";

    /// <param name="environment">Value of a variable, or null.</param>
    /// <param name="isRoot">Root's cluster runs as another user, who cannot enter root's home folder.</param>
    public static ArchiveSettings FromEnvironment(Func<string, string?> environment, bool isRoot)
    {
        var settings = new ArchiveSettings(
            Set(environment, PostgresVariable),
            Path.GetFullPath(Set(environment, HomeVariable) ?? DefaultHome(environment, isRoot)),
            Set(environment, EventStoreVariable),
            Set(environment, EventStorePrefixVariable) ?? UsualPrefix);
        return Set(environment, LedgerKeysVariable) is { } keys ? settings with { LedgerKeys = Path.GetFullPath(keys) } : settings;
    }

    private static string DefaultHome(Func<string, string?> environment, bool isRoot)
    {
        if (isRoot)
            return "/var/lib/archive";
        // The XDG base directory specification: a relative path is to be ignored.
        if (Set(environment, "XDG_DATA_HOME") is { } data && Path.IsPathRooted(data))
            return Path.Combine(data, "archive");
        return Set(environment, "HOME") is { } home
            ? Path.Combine(home, ".local", "share", "archive")
            : throw new PostgresUnavailableException($"There is no home folder to keep the archive in. Set {HomeVariable} to a folder of yours, or {PostgresVariable} to the connection string of a PostgreSQL server.");
    }

    private static string? Set(Func<string, string?> environment, string name) => environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
