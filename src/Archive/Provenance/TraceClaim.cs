using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Snapshots;
using MediatR;

namespace Archive.Provenance;

/// <summary>Where a claim comes from: its citations, their sources, the voices behind these, and the events and actors that put each there.</summary>
public sealed record TraceClaim(string Claim, AsOf AsOf) : IRequest<Outcome<ProvenanceTrail>>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of its record.</param>
/// <param name="Claim">The claim version.</param>
/// <param name="Events">The entries that made the claim what it was, first to last.</param>
/// <param name="Citations">Each citation, down to the first voice.</param>
/// <param name="Support">The independent origins.</param>
/// <param name="DerivedFrom">Claims that it was inferred from, as they stood.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record ProvenanceTrail(
    Moment AsOf,
    string Digest,
    ClaimView Claim,
    IReadOnlyList<EventView> Events,
    IReadOnlyList<CitationTrail> Citations,
    Corroboration Support,
    IReadOnlyList<ClaimView> DerivedFrom,
    Names Names);

/// <param name="Citation">The citation.</param>
/// <param name="Source">Its source; one that was merged stands as the one it was merged into.</param>
/// <param name="SourceEvents">The entries that made the source what it was.</param>
/// <param name="Voices">The voices behind the source, nearest first.</param>
/// <param name="Cycle">The voices come round in a circle.</param>
public sealed record CitationTrail(
    Citation Citation, SourceView Source, IReadOnlyList<EventView> SourceEvents, IReadOnlyList<VoiceStep> Voices, bool Cycle);

/// <param name="Source">The voice that is repeated.</param>
/// <param name="Likely">It is likely, not certain.</param>
/// <param name="Events">The entries that made the voice what it was.</param>
public sealed record VoiceStep(SourceView Source, bool Likely, IReadOnlyList<EventView> Events);
