namespace Archive.EventLog;

/// <summary>An event beside which a log's own store has something else than it writes.</summary>
/// <param name="Id">Id of the event.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Members">Which columns or members.</param>
public sealed record LogOddity(Guid Id, string Stream, IReadOnlyList<string> Members);
