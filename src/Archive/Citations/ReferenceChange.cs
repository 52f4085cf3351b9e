using Archive.Access;
using Archive.Domain.Claims;

namespace Archive.Citations;

/// <summary>Something that happened to a claim after the entry that a reference is as of.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Entry">The entry; of words erased from the log the entry whose words are gone.</param>
/// <param name="RecordedAt">When that entry was recorded.</param>
/// <param name="Reason">From the closed list of its kind.</param>
/// <param name="Fault">Whose error a correction mends.</param>
/// <param name="Words">The editor's explanation.</param>
/// <param name="Notice">What readers were told.</param>
/// <param name="Withheld">Why reason, words and notice are not shown.</param>
public sealed record ReferenceChange(
    string Claim, ReferenceChangeKind Kind, long Entry, DateTimeOffset RecordedAt, string? Reason, Fault? Fault, string? Words, string? Notice, Withheld? Withheld = null);
