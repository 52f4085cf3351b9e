namespace Archive.EventLog;

/// <summary>Which log this is.</summary>
/// <param name="Id">Given when the log was made; a copy has another.</param>
/// <param name="Name">The log name of checkpoints and snapshot digests; a copy keeps it.</param>
public sealed record LogIdentity(Guid Id, string Name);
