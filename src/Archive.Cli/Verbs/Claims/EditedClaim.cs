using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

/// <summary>What of a claim a person edits: the form of the file that <c>claim edit</c> opens.</summary>
internal sealed record EditedClaim(ClaimDraft Content, ValueList<CitationDraft> Citations);
