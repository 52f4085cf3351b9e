namespace Archive.Backups;

/// <summary>A restore into the archive was begun and not finished: it is not whole, and opened for nothing but the rest of the restore.</summary>
public sealed class RestoreUnfinishedException : Exception
{
    /// <summary>The code of the refusal.</summary>
    public const string Code = "restore-unfinished";

    public RestoreUnfinishedException()
        : base("A restore into this archive was not finished, so it is not whole. Run 'archive restore DIR' again with the same backup: it goes on where it was.")
    {
    }

    public RestoreUnfinishedException(string message)
        : base(message)
    {
    }

    public RestoreUnfinishedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
