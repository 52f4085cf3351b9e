using Archive.Domain.Evidence;

namespace Archive.Evidence.Audits;

/// <summary>Something that an audit looked at. It has no words of captures or claims: who may audit may not therefore read everything.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="State">How it stands.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Digest">SHA-256 of the capture or its text; of kept words the salted digest.</param>
/// <param name="Claim">Id of the claim that quotes.</param>
/// <param name="Citation">Number of the citation.</param>
/// <param name="Position">Where in the text the quote was recorded.</param>
/// <param name="Detail">What is wrong, in a sentence; absent where nothing is.</param>
public sealed record AuditFinding(
    AuditedThing Thing,
    AuditState State,
    string? Source = null,
    string? Digest = null,
    string? Claim = null,
    int? Citation = null,
    QuotePosition? Position = null,
    string? Detail = null)
{
    /// <summary>Whether something is not as it should be.</summary>
    public bool IsFailure => State is AuditState.Ambiguous or AuditState.Missing or AuditState.Altered;
}
