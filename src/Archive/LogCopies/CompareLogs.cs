using Microsoft.Extensions.DependencyInjection;

namespace Archive.LogCopies;

/// <summary>Compares two event logs event by event.</summary>
/// <param name="From">Registers the one.</param>
/// <param name="To">Registers the other.</param>
/// <param name="Progress">Is told now and then.</param>
public sealed record CompareLogs(Action<IServiceCollection> From, Action<IServiceCollection> To, IProgress<LogCopyProgress>? Progress = null);

/// <summary>Two logs, compared.</summary>
/// <param name="Equal">Whether each has the events of the other, in its order, and no more; one whose words were erased from one of them is the same.</param>
/// <param name="From">The one.</param>
/// <param name="To">The other.</param>
/// <param name="Events">How many events from entry 1 are the same in both.</param>
/// <param name="RootHash">Root of the Merkle tree over the leaf hashes of these.</param>
/// <param name="Erased">Of how many of these one of the logs has the words and the other has them no more; absent where that is none.</param>
/// <param name="Difference">The first difference; absent where they are equal.</param>
public sealed record ComparedLogs(bool Equal, LogEnd From, LogEnd To, long Events, string RootHash, LogDifference? Difference, long? Erased = null);

/// <summary>Where two logs differ first.</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="Member">
/// What is not the same: <c>event</c> where one log ends before it, <c>id</c>, <c>stream</c>, <c>revision</c>, <c>type</c>, <c>data</c>, a member of the
/// metadata such as <c>metadata.actor</c>, or <c>leafHash</c>.
/// </param>
/// <param name="From">What the one has; of data the SHA-256 of the canonical form, of salts nothing; absent where it has none.</param>
/// <param name="To">What the other has.</param>
public sealed record LogDifference(long Entry, string Member, string? From, string? To);
