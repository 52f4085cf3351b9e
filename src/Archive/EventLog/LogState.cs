using Archive.Domain;

namespace Archive.EventLog;

/// <summary>What a log says of itself.</summary>
/// <param name="Identity">Which log it is.</param>
/// <param name="FilledFrom">
/// What it is being filled from, until it is whole: the digest of a backup's manifest, or <c>log</c> and the id of the log that is copied.
/// </param>
/// <param name="Closed">How it ended, where it goes on elsewhere.</param>
public sealed record LogState(LogIdentity Identity, string? FilledFrom, LogClosure? Closed)
{
    /// <summary>Code of a refusal: a restore into the log is to be finished first.</summary>
    public const string RestoreUnfinished = "restore-unfinished";

    /// <summary>Code of a refusal: a copy into the log is to be finished first.</summary>
    public const string CopyUnfinished = "log-copy-unfinished";

    private const string Copy = "log ";

    /// <summary>How <see cref="FilledFrom"/> names a log.</summary>
    public static string CopyOf(Guid log) => Copy + log;

    /// <summary>Why nothing is recorded in it, or null.</summary>
    public Refusal? WhyShut() => Closed?.ToRefusal() ?? WhyUnfinished();

    /// <summary>Why it is not opened for anything but the rest of what was begun, or null.</summary>
    public Refusal? WhyUnfinished() => FilledFrom switch
    {
        null => null,
        _ when FilledFrom.StartsWith(Copy, StringComparison.Ordinal) => new Refusal(
            CopyUnfinished,
            "A copy into this log was not finished, so it is not whole. Run 'archive log copy' again with the same logs: it goes on where it was."),
        _ => new Refusal(
            RestoreUnfinished,
            "A restore into this archive was not finished, so it is not whole. Run 'archive restore DIR' again with the same backup: it goes on where it was."),
    };
}
