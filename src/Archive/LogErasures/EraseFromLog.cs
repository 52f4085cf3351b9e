using Archive.Domain.Erasures;
using Archive.LogCopies;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.LogErasures;

/// <summary>
/// Erases the words of entries from the log itself, by copying it without them and destroying the old one. An interrupted erasure goes on when it is asked for
/// again; where all is erased already, what was left to do afterwards is done.
/// </summary>
/// <param name="Entries">Numbers of the entries.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">By which law, order or request: a line, which stays in the log for ever.</param>
/// <param name="From">Registers the log that the ledger is made from.</param>
/// <param name="Into">Registers the log that it is to be made from; null for one that takes the place of the log in PostgreSQL.</param>
/// <param name="DestroyOld">Whether closed logs in PostgreSQL that have the words are destroyed when the new one is whole.</param>
/// <param name="Progress">Is told before every step, and now and then.</param>
public sealed record EraseFromLog(
    IReadOnlyList<long> Entries,
    ErasureReason Reason,
    string Reference,
    Action<IServiceCollection> From,
    Action<IServiceCollection>? Into,
    bool DestroyOld,
    IProgress<LogCopyProgress>? Progress = null)
{
    internal IReadOnlyList<Violation> WhatIsWrong()
    {
        var wrong = new List<Violation>();
        if (Entries.Count == 0 || Entries.Any(entry => entry < 1) || Entries.Distinct().Count() != Entries.Count)
            wrong.Add(new Violation("/entries", "Name one or more entries, each once, by their numbers from 1."));
        if (!Enum.IsDefined(Reason))
            wrong.Add(new Violation("/reason", $"Write one of: {string.Join(", ", Enum.GetNames<ErasureReason>())}."));
        if (ErasedForm.WhatIsWrong(Reference) is { } reference)
            wrong.Add(new Violation("/reference", reference));
        return wrong;
    }
}

/// <summary>What was erased, what of it was destroyed, and what is out of the archive's reach.</summary>
/// <param name="Log">The log name, which stays.</param>
/// <param name="LogId">Id of the log that has the words no more.</param>
/// <param name="Place">Where that is.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">By which law, order or request.</param>
/// <param name="Events">How many events the log has: all from entry 1.</param>
/// <param name="RootHash">Root of the Merkle tree over all leaf hashes, which are those of before.</param>
/// <param name="Generation">The read models that were made without the words.</param>
/// <param name="Destroyed">The old logs that were destroyed.</param>
/// <param name="OutOfReach">Where the words are or may be still, and what to do there.</param>
public sealed record ErasedFromLog(
    string Log,
    Guid LogId,
    string Place,
    IReadOnlyList<ErasedEntry> Entries,
    ErasureReason Reason,
    string Reference,
    long Events,
    string RootHash,
    int Generation,
    IReadOnlyList<string> Destroyed,
    IReadOnlyList<string> OutOfReach);

/// <summary>An entry without its words.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="Type">Stored name of the event.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="PayloadDigest">The digest that its words had.</param>
/// <param name="LeafHash">Its leaf hash, as before.</param>
public sealed record ErasedEntry(long Entry, string Type, string Stream, string PayloadDigest, string LeafHash);
