using Archive.Domain;
using Archive.Domain.Erasures;

namespace Archive.Evidence;

/// <summary>What became of an order to erase.</summary>
/// <param name="Subject">The stream of the source, claim or actor.</param>
/// <param name="Number">Of the erasure, from 1 within the stream.</param>
/// <param name="Entry">Its entry in the ledger.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Digests">What was destroyed, by its digests: of a capture its bytes and texts, of a claim or actor what was kept.</param>
/// <param name="Words">How many kept rows went: quoted words, contents, names, and fingerprints of commands that had them.</param>
/// <param name="Because">The holds that stood before it (<c>STREAM#NUMBER</c>), or the sources that still have the bytes.</param>
/// <param name="CarriedOutAt">When, by the database's clock; absent where it is pending.</param>
/// <param name="WipedAt">When nothing of it was left in the database's files; absent where something may be.</param>
/// <param name="OutOfReach">What no erasure by this archive can reach, in words.</param>
public sealed record ErasureRecord(
    string Subject,
    int Number,
    long Entry,
    ErasureOutcome Outcome,
    ValueList<string> Digests,
    int Words,
    ValueList<string> Because,
    DateTimeOffset? CarriedOutAt,
    DateTimeOffset? WipedAt,
    ValueList<string> OutOfReach);
