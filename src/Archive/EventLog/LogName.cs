namespace Archive.EventLog;

/// <summary>
/// The name that a new archive gives its log: the first line of checkpoints, part of every snapshot's digest, never changed afterwards. By
/// custom a host name and a path without a scheme, such as <c>archive.example.org/main</c>.
/// </summary>
public sealed record LogName(string Value);
