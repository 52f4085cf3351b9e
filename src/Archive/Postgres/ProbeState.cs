namespace Archive.Postgres;

internal enum ProbeState
{
    Ready,

    /// <summary>The server starts, recovers or stops.</summary>
    NotYet,

    /// <summary>The server runs and lacks the database.</summary>
    NoDatabase,

    /// <summary>The server runs and turns the connection away.</summary>
    Refused,

    /// <summary>Nobody answers.</summary>
    Absent,
}
