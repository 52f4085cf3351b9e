using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Snapshots;
using Archive.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Provenance;

/// <summary>
/// Where a claim comes from: its citations, the words and captures that they quote, their sources, the voices behind these, and the events,
/// actors, times and reasons that put each there. The trail of an earlier version is the trail as of an entry at which that version stood.
/// </summary>
public sealed record TraceClaim(string Claim, AsOf AsOf) : Query<ProvenanceTrail>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of its record.</param>
/// <param name="Claim">The claim version.</param>
/// <param name="Events">The entries that made the claim what it was, first to last.</param>
/// <param name="Citations">Each citation, down to the first voice.</param>
/// <param name="DisputeCitations">The same of the citations of its disputes and of how they ended.</param>
/// <param name="Support">The independent origins; absent where the claim is withheld.</param>
/// <param name="DerivedFrom">Claims that it was inferred from, as they stood.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record ProvenanceTrail(
    Moment AsOf,
    string Digest,
    ClaimView Claim,
    IReadOnlyList<TrailEvent> Events,
    IReadOnlyList<CitationTrail> Citations,
    IReadOnlyList<CitationTrail> DisputeCitations,
    Corroboration? Support,
    IReadOnlyList<ClaimView> DerivedFrom,
    Names Names,
    Disclosure? Disclosure = null);

/// <param name="Citation">The citation.</param>
/// <param name="Source">Its source; one that was merged stands as the one it was merged into.</param>
/// <param name="Capture">The capture in whose text its quote was found.</param>
/// <param name="SourceEvents">The entries that made the source what it was.</param>
/// <param name="Voices">The voices behind the source, nearest first; whom a withheld source repeats is not told.</param>
/// <param name="Cycle">The voices come round in a circle.</param>
public sealed record CitationTrail(
    Citation Citation, SourceView Source, Capture? Capture, IReadOnlyList<TrailEvent> SourceEvents, IReadOnlyList<VoiceStep> Voices, bool Cycle);

/// <param name="Source">The voice that is repeated.</param>
/// <param name="Likely">It is likely, not certain.</param>
/// <param name="Events">The entries that made the voice what it was.</param>
public sealed record VoiceStep(SourceView Source, bool Likely, IReadOnlyList<TrailEvent> Events);

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
        var disputed = claim.State.Disputes.SelectMany(dispute => dispute.Versions.SelectMany(version => version.Citations).Concat(dispute.Resolution?.Citations ?? [])).ToArray();
        var voices = await Voices.LoadAsync(snapshot, claim.State.Citations.Concat(disputed).Select(citation => citation.Source));
        var events = await TrailEvents.LoadAsync(snapshot, claim, voices.Sources.Keys.ToArray());
        var derivedFrom = await snapshot.ClaimsAsync(claim.State.Content.DerivedFrom);
        return new Outcome<ProvenanceTrail>.Ok(new ProvenanceTrail(
            snapshot.Moment,
            await snapshot.DigestAsync(ArchiveId.RecordOf(query.Claim)),
            Views.Of(claim),
            events[claim.Stream].ToArray(),
            claim.State.Citations.Select(citation => Trail(citation, voices, events)).ToArray(),
            disputed.Select(citation => Trail(citation, voices, events)).ToArray(),
            claim.Withheld is null ? Corroborations.Of(claim.State, voices) : null,
            derivedFrom.OrderBy(version => version.State.Id, ClaimIdOrder.Natural).Select(Views.Of).ToArray(),
            await Views.WithActorsAsync(await Views.NamesAsync(snapshot, [claim, .. derivedFrom]), snapshot, events.SelectMany(ofStream => ofStream).SelectMany(happened => happened.Actors)),
            snapshot.Disclosure));
    }

    private static CitationTrail Trail(
        Citation citation, Voices voices, ILookup<string, TrailEvent> events)
    {
        var source = voices.Shown.Canonical(citation.Source);
        var chain = voices.Shown.Chain(source, out var cycle);
        return new CitationTrail(
            citation,
            Views.Of(voices.Sources[source]),
            // A capture stays with the source that it was taken of, whatever that was merged into.
            voices.Sources[citation.Source].State.Captures?.FirstOrDefault(capture => capture.Digest == citation.Quote?.Capture),
            events[StreamName.OfSource(source)].ToArray(),
            chain.Select(voice => new VoiceStep(Views.Of(voices.Sources[voice.Source]), voice.Likely, events[StreamName.OfSource(voice.Source)].ToArray())).ToArray(),
            cycle);
    }
}
