using MediatR;

namespace Archive.Snapshots;

/// <summary>What differs between a record at one moment and the same record at another.</summary>
public sealed record GetDifference(string Record, AsOf From, AsOf To, ClaimFilter Filter) : IRequest<Outcome<RecordDifference>>;

/// <param name="From">The one moment.</param>
/// <param name="FromDigest">The snapshot's digest then.</param>
/// <param name="To">The other moment.</param>
/// <param name="ToDigest">The snapshot's digest then.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Description">What changed in the record's own description.</param>
/// <param name="Claims">The claims that differ, in the order of their ids.</param>
/// <param name="Names">What the ids stand for, at the later moment.</param>
public sealed record RecordDifference(
    Moment From,
    string FromDigest,
    Moment To,
    string ToDigest,
    string Record,
    IReadOnlyList<FieldChange> Description,
    IReadOnlyList<ClaimDifference> Claims,
    Names Names);

/// <summary>How a claim differs.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Difference">Whether it came, went or changed.</param>
/// <param name="Says">Its text at <c>To</c>; at <c>From</c> where it is not there.</param>
/// <param name="Changes">The fields that changed; none where it came or went.</param>
public sealed record ClaimDifference(string Claim, DifferenceKind Difference, string Says, IReadOnlyList<FieldChange> Changes);

public enum DifferenceKind
{
    Added,
    Changed,
    Removed,
}
