namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>What goes wrong with an append. The first three leave nothing in the log, the others leave all of it.</summary>
internal enum AppendFault
{
    /// <summary>Unavailable, "Server Is Too Busy".</summary>
    Refuse,

    /// <summary>Aborted, as after a timeout, and nothing is written.</summary>
    TimeOutBeforeWrite,

    /// <summary>The connection is reset, and nothing is written.</summary>
    ResetBeforeWrite,

    /// <summary>Written, then Aborted, as after a timeout.</summary>
    TimeOutAfterWrite,

    /// <summary>Written, then the connection is reset.</summary>
    LoseResponse,
}
