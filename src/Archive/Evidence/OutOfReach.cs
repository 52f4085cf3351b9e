namespace Archive.Evidence;

/// <summary>What an erasure cannot reach, in words that its report shows.</summary>
internal static class OutOfReach
{
    /// <summary>Of every erasure, whatever server there is.</summary>
    public static readonly IReadOnlyList<string> Always =
    [
        "backups of the database that were made before, and packages and exports that were handed out",
        "snapshots of the disk, and blocks of it that the file system has freed and not used again",
        "what others copied, printed or cached of answers",
    ];

    public const string OldTransactions = "the database's files: a transaction that began before the erasure is still open, and until it ends the rows cannot be removed from them; this is tried again";

    public const string BusyTables = "the database's files: a table is in use for long, and could not be written anew; this is tried again";

    public const string NotOwner = "the database's files: this login may not write the tables anew (VACUUM FULL); let their owner do it";

    public const string WriteAheadLog = "the write-ahead log of a PostgreSQL server that is not the archive's own: its segments go when the server has recycled them";

    public const string ArchivedWriteAheadLog = "the archive of the write-ahead log (archive_mode is on)";

    public const string Replicas = "replicas of the database, until they have replayed the erasure and cleaned up as this server did";
}
