using Archive.Domain;

namespace Archive.EventLog;

/// <summary>What a log says of itself.</summary>
/// <param name="Identity">Which log it is.</param>
/// <param name="FilledFrom">
/// What it is being filled from, until it is whole: the digest of a backup's manifest, or <c>log</c> and the id of the log that is copied, and <c>without</c> and
/// what is erased on the way.
/// </param>
/// <param name="Closed">How it ended, where it goes on elsewhere.</param>
public sealed record LogState(LogIdentity Identity, string? FilledFrom, LogClosure? Closed)
{
    /// <summary>Code of a refusal: a restore into the log is to be finished first.</summary>
    public const string RestoreUnfinished = "restore-unfinished";

    /// <summary>Code of a refusal: a copy into the log is to be finished first.</summary>
    public const string CopyUnfinished = "log-copy-unfinished";

    /// <summary>Code of a refusal: an erasure by copying into the log is to be finished first.</summary>
    public const string EraseUnfinished = "log-erase-unfinished";

    private const string Copy = "log ";
    private const string Without = " without ";

    /// <summary>How <see cref="FilledFrom"/> names a log.</summary>
    public static string CopyOf(Guid log) => Copy + log;

    /// <summary>The same of a log that is copied without the words of some entries.</summary>
    public static string CopyWithout(Guid log, string erased) => CopyOf(log) + Without + erased;

    /// <summary>Why nothing is recorded in it, or null.</summary>
    public Refusal? WhyShut() => Closed?.ToRefusal() ?? WhyUnfinished();

    /// <summary>Why it is not opened for anything but the rest of what was begun, or null.</summary>
    public Refusal? WhyUnfinished() => FilledFrom switch
    {
        null => null,
        _ when FilledFrom.StartsWith(Copy, StringComparison.Ordinal) && FilledFrom.Contains(Without, StringComparison.Ordinal) => new Refusal(
            EraseUnfinished,
            $"Erasing from the log by copying it into this one was not finished, so it is not whole. Run 'archive log erase' again for the same: {FilledFrom[(FilledFrom.IndexOf(Without, StringComparison.Ordinal) + Without.Length)..]}. It goes on where it was."),
        _ when FilledFrom.StartsWith(Copy, StringComparison.Ordinal) => new Refusal(
            CopyUnfinished,
            "A copy into this log was not finished, so it is not whole. Run 'archive log copy' again with the same logs: it goes on where it was."),
        _ => new Refusal(
            RestoreUnfinished,
            "A restore into this archive was not finished, so it is not whole. Run 'archive restore DIR' again with the same backup: it goes on where it was."),
    };
}
