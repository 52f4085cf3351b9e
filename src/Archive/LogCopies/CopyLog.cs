using Microsoft.Extensions.DependencyInjection;

namespace Archive.LogCopies;

/// <summary>
/// Moves a whole archive to another event log, while it is in use; an interrupted copy goes on when it is asked for again. The read models stay where they
/// are: only the ledger's head is moved.
/// </summary>
/// <param name="From">Registers the log that the ledger is made from.</param>
/// <param name="To">Registers the log that it is to be made from.</param>
/// <param name="Progress">Is told before every step, and now and then.</param>
public sealed record CopyLog(Action<IServiceCollection> From, Action<IServiceCollection> To, IProgress<LogCopyProgress>? Progress = null);

/// <summary>An archive that goes on in another log.</summary>
/// <param name="Log">The log name, which stays.</param>
/// <param name="From">The log that was closed.</param>
/// <param name="To">The log that goes on.</param>
/// <param name="Events">How many events were copied: all from entry 1.</param>
/// <param name="LastRecordedAt">When the last of them was recorded; absent where there are none.</param>
/// <param name="RootHash">Root of the Merkle tree over all leaf hashes, which are the same in both.</param>
/// <param name="SetAside">Where the closed log is kept that was in the place of the new one; absent where there was none.</param>
public sealed record CopiedLog(string Log, LogEnd From, LogEnd To, long Events, DateTimeOffset? LastRecordedAt, string RootHash, string? SetAside);

/// <summary>One of the two logs of a copy.</summary>
/// <param name="Place">Where it is, in words.</param>
/// <param name="LogId">Its id.</param>
public sealed record LogEnd(string Place, Guid LogId);
