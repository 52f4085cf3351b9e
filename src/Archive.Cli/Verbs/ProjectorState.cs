namespace Archive.Cli.Verbs;

/// <summary>What a process that was started to project is doing.</summary>
internal enum ProjectorState
{
    Started,

    /// <summary>For the lease, which another process holds.</summary>
    Waiting,

    Projecting,

    /// <summary>Something has to be put right; it tries again until it is.</summary>
    Stopped,

    /// <summary>The database is; it tries again until it is back.</summary>
    Away,

    /// <summary>The process was told to.</summary>
    Ended,
}
