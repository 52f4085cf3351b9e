namespace Archive.Access;

/// <summary>What a host does with an archive as a whole, by the names of its lines in <see cref="Permissions"/>: no request of the archive's.</summary>
public static class Operations
{
    public const string Project = "project";

    public const string Rebuild = "rebuild";

    public const string Restore = "restore";

    public const string CopyLog = "copy-log";

    public const string EraseFromLog = "erase-from-log";

    public const string CompareLogs = "compare-logs";

    public const string ChangeLedgerKeys = "change-ledger-keys";

    public const string AcceptCosignature = "accept-cosignature";

    /// <summary>An administrator takes the part of another actor, whose role then counts.</summary>
    public const string ActAsAnother = "act-as-another";
}
