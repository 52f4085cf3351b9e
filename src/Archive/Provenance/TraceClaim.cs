using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Ledger;
using Archive.Snapshots;
using Archive.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Provenance;

/// <summary>Where a claim comes from: its citations, their sources, the voices behind these, and the events and actors that put each there.</summary>
public sealed record TraceClaim(string Claim, AsOf AsOf) : Query<ProvenanceTrail>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of its record.</param>
/// <param name="Claim">The claim version.</param>
/// <param name="Events">The entries that made the claim what it was, first to last.</param>
/// <param name="Citations">Each citation, down to the first voice.</param>
/// <param name="Support">The independent origins; absent where the claim is withheld.</param>
/// <param name="DerivedFrom">Claims that it was inferred from, as they stood.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record ProvenanceTrail(
    Moment AsOf,
    string Digest,
    ClaimView Claim,
    IReadOnlyList<EventView> Events,
    IReadOnlyList<CitationTrail> Citations,
    Corroboration? Support,
    IReadOnlyList<ClaimView> DerivedFrom,
    Names Names,
    Disclosure? Disclosure = null);

/// <param name="Citation">The citation.</param>
/// <param name="Source">Its source; one that was merged stands as the one it was merged into.</param>
/// <param name="SourceEvents">The entries that made the source what it was.</param>
/// <param name="Voices">The voices behind the source, nearest first; whom a withheld source repeats is not told.</param>
/// <param name="Cycle">The voices come round in a circle.</param>
public sealed record CitationTrail(
    Citation Citation, SourceView Source, IReadOnlyList<EventView> SourceEvents, IReadOnlyList<VoiceStep> Voices, bool Cycle);

/// <param name="Source">The voice that is repeated.</param>
/// <param name="Likely">It is likely, not certain.</param>
/// <param name="Events">The entries that made the voice what it was.</param>
public sealed record VoiceStep(SourceView Source, bool Likely, IReadOnlyList<EventView> Events);

internal sealed class TraceClaimValidator : AbstractValidator<TraceClaim>
{
    public TraceClaimValidator() => RuleFor(x => x.Claim).ClaimId();
}

internal sealed class TraceClaimHandler(ReadModels readModels) : IRequestHandler<TraceClaim, Outcome<ProvenanceTrail>>
{
    public Task<Outcome<ProvenanceTrail>> Handle(TraceClaim query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<ProvenanceTrail>> AnswerAsync(TraceClaim query, Snapshot snapshot)
    {
        if (await snapshot.ClaimAsync(query.Claim) is not { } claim)
            return new Outcome<ProvenanceTrail>.NotFound(NotThere.Claim(query.Claim, snapshot.Moment));
        var voices = await Voices.LoadAsync(snapshot, claim.State.Citations.Select(citation => citation.Source));
        var entries = (await snapshot.EntriesOfAsync(voices.Sources.Keys.Select(StreamName.OfSource).Append(claim.Stream)))
            .ToLookup(entry => entry.Stream, entry => entry.ToView(), StringComparer.Ordinal);
        var derivedFrom = await snapshot.ClaimsAsync(claim.State.Content.DerivedFrom);
        return new Outcome<ProvenanceTrail>.Ok(new ProvenanceTrail(
            snapshot.Moment,
            await snapshot.DigestAsync(ArchiveId.RecordOf(query.Claim)),
            Views.Of(claim),
            entries[claim.Stream].ToArray(),
            claim.State.Citations.Select(citation => Trail(citation, voices, entries)).ToArray(),
            claim.Withheld is null ? Corroborations.Of(claim.State, voices) : null,
            derivedFrom.OrderBy(version => version.State.Id, ClaimIdOrder.Natural).Select(Views.Of).ToArray(),
            await Views.WithActorsAsync(await Views.NamesAsync(snapshot, [claim, .. derivedFrom]), snapshot, entries.SelectMany(ofStream => ofStream)),
            snapshot.Disclosure));
    }

    private static CitationTrail Trail(
        Citation citation, Voices voices, ILookup<string, EventView> entries)
    {
        var source = voices.Shown.Canonical(citation.Source);
        var chain = voices.Shown.Chain(source, out var cycle);
        return new CitationTrail(
            citation,
            Views.Of(voices.Sources[source]),
            entries[StreamName.OfSource(source)].ToArray(),
            chain.Select(voice => new VoiceStep(Views.Of(voices.Sources[voice.Source]), voice.Likely, entries[StreamName.OfSource(voice.Source)].ToArray())).ToArray(),
            cycle);
    }
}
