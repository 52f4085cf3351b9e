using Archive.Access;
using Archive.Snapshots;

namespace Archive.Citations;

/// <summary>A citable reference to a record, or to a claim in it, as of an entry.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Reference"><c>record@entry</c>, or <c>record/claim@entry</c>.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Claim">Id of the claim; absent where the record is cited.</param>
/// <param name="Title">The record's title as it was; absent where it is withheld.</param>
/// <param name="Log">The log name.</param>
/// <param name="RecordedAt">When the entry was recorded.</param>
/// <param name="Digest">The snapshot's digest.</param>
/// <param name="Checkpoint">Absent where no checkpoint has the entry and none can be signed here.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RecordCitation(
    Moment AsOf,
    string Reference,
    string Record,
    string? Claim,
    string? Title,
    string Log,
    DateTimeOffset RecordedAt,
    string Digest,
    CitedCheckpoint? Checkpoint,
    Disclosure? Disclosure = null);
