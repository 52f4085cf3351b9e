namespace Archive.Cli.Opening;

/// <summary>How much of the log an answer must know.</summary>
internal enum Freshness
{
    /// <summary>All that is in the log when the command begins: for changes that are put together from what the archive holds.</summary>
    CaughtUp,

    /// <summary>The same; where the projector cannot come so far, whatever is projected, and whoever asks is told: for questions.</summary>
    AsFarAsPossible,

    /// <summary>Whatever is projected: for commands that ask how far that is, and for those that read the log themselves.</summary>
    AsProjected,
}
