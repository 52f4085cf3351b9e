using Archive.EventLog;

namespace Archive.Commands;

/// <summary>The proof that a command took effect.</summary>
/// <param name="CommandId">Id of the command.</param>
/// <param name="Stream">The stream that it changed.</param>
/// <param name="Revision">Revision of the stream after it, from 0.</param>
/// <param name="Events">How many events it appended; 0 where what was asked for was so already.</param>
/// <param name="Position">Position of its last event in the log; absent where there is none.</param>
public sealed record Receipt(Guid CommandId, string Stream, long Revision, int Events, LogPosition? Position);
