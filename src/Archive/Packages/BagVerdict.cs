using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>What the check of a package came to.</summary>
/// <param name="Complete">Whether it is complete as signed: every check passed.</param>
/// <param name="SignedBy">The keys that signed both statement and checkpoint, as <c>NAME+ID</c>.</param>
/// <param name="Log">The log name.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Entry">As of which entry.</param>
/// <param name="RecordedAt">When its last event was recorded.</param>
/// <param name="SnapshotDigest">The snapshot's digest, computed anew from the events.</param>
/// <param name="CheckpointSize">Entries of the tree that the proofs lead to.</param>
/// <param name="Entries">How many events were proved.</param>
/// <param name="Streams">How many streams they make up.</param>
/// <param name="Captures">How many captures are in it.</param>
/// <param name="Quotes">How many quotes were found again where they stand.</param>
/// <param name="ErasedEntries">Entries whose words were erased: their leaves are proved all the same.</param>
/// <param name="Gone">How many captures, texts and kept words were erased, as signed.</param>
/// <param name="Errors">Every check that failed, at most <see cref="BagFindings.Most"/>.</param>
/// <param name="ErrorCount">How many failed.</param>
/// <param name="CannotKnow">What no package can show.</param>
public sealed record BagVerdict(
    bool Complete,
    IReadOnlyList<string> SignedBy,
    string? Log,
    string? Record,
    long? Entry,
    DateTimeOffset? RecordedAt,
    string? SnapshotDigest,
    long? CheckpointSize,
    long Entries,
    int Streams,
    int Captures,
    long Quotes,
    IReadOnlyList<long> ErasedEntries,
    int Gone,
    IReadOnlyList<BagFinding> Errors,
    long ErrorCount,
    IReadOnlyList<string> CannotKnow);
