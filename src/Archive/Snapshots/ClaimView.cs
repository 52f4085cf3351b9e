using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;

namespace Archive.Snapshots;

/// <summary>A claim as it stood at a moment; of one that is withheld only its id, its entries and why.</summary>
/// <param name="Id">Id of the claim.</param>
/// <param name="Kind">Its kind; absent where that was erased, and the particulars are then of the kind that says least.</param>
/// <param name="Version">Number of its content version, from 1.</param>
/// <param name="Status">Whether it stood.</param>
/// <param name="Rank">Its standing among claims that answer the same question.</param>
/// <param name="Credibility">Admiralty code 1 to 6, where it was rated.</param>
/// <param name="Content">What it said.</param>
/// <param name="Citations">What it rested on.</param>
/// <param name="Disputes">Its disputes, open and ended.</param>
/// <param name="Retraction">Its withdrawal, where it was withdrawn.</param>
/// <param name="FirstEntry">Entry that recorded it.</param>
/// <param name="SinceEntry">Entry since which it stood like this.</param>
/// <param name="SinceRecordedAt">When that entry was recorded.</param>
/// <param name="Erased">Which versions' content was ordered to be destroyed, and what became of that, as it is now; absent where none was.</param>
/// <param name="ErasedEvents">Events of it whose words were erased; absent where there are none.</param>
/// <param name="Withheld">Why it is not shown; absent where it is, and then all that it always has is there.</param>
/// <param name="WithheldQuotes">Citations whose quotes are not shown, because their sources are closed.</param>
public sealed record ClaimView(
    string Id,
    ClaimKind? Kind,
    int? Version,
    ClaimStatus? Status,
    Rank? Rank,
    int? Credibility,
    ClaimContent? Content,
    ValueList<Citation>? Citations,
    ValueList<Dispute>? Disputes,
    Retraction? Retraction,
    long FirstEntry,
    long SinceEntry,
    DateTimeOffset SinceRecordedAt,
    ValueList<Erasure>? Erased = null,
    ValueList<ErasedWords>? ErasedEvents = null,
    Withheld? Withheld = null,
    IReadOnlyList<WithheldQuote>? WithheldQuotes = null)
{
    /// <summary>Whether its content is here.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(Version), nameof(Status), nameof(Rank), nameof(Content), nameof(Citations), nameof(Disputes))]
    [MemberNotNullWhen(false, nameof(Withheld))]
    public bool IsShown => Withheld is null;
}
