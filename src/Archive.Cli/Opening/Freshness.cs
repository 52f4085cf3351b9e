namespace Archive.Cli.Opening;

/// <summary>How much of the log an answer must know.</summary>
internal enum Freshness
{
    /// <summary>All that is in the log when the command begins.</summary>
    CaughtUp,

    /// <summary>Whatever is projected: for commands that ask how far that is, and for those that read the log themselves.</summary>
    AsProjected,
}
