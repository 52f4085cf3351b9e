using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Snapshots;
using Archive.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>One claim.</summary>
public sealed record GetClaim(string Claim, AsOf AsOf) : Query<ClaimSnapshot>;

/// <summary>A claim as of an entry.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of its record.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Support">How many voices stand behind it; absent where it is withheld.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record ClaimSnapshot(Moment AsOf, string Digest, ClaimView Claim, Corroboration? Support, Names Names, Disclosure? Disclosure = null)
{
    /// <summary>The actor who recorded the claim first.</summary>
    public string? FirstActor { get; init; }

    /// <summary>The actor who brought it to what it is.</summary>
    public string? SinceActor { get; init; }
}

internal sealed class GetClaimValidator : AbstractValidator<GetClaim>
{
    public GetClaimValidator() => RuleFor(x => x.Claim).ClaimId();
}

internal sealed class GetClaimHandler(ReadModels readModels) : IRequestHandler<GetClaim, Outcome<ClaimSnapshot>>
{
    public Task<Outcome<ClaimSnapshot>> Handle(GetClaim query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<ClaimSnapshot>> AnswerAsync(GetClaim query, Snapshot snapshot)
    {
        if (await snapshot.ClaimAsync(query.Claim) is not { } claim)
            return new Outcome<ClaimSnapshot>.NotFound(NotThere.Claim(query.Claim, snapshot.Moment));
        var voices = await Voices.LoadAsync(snapshot, claim.State.Citations.Select(citation => citation.Source));
        var entries = (await snapshot.EntriesAsync([claim.FirstEntry, claim.FromEntry])).Select(entry => entry.ToView()).ToDictionary(entry => entry.Entry);
        return new Outcome<ClaimSnapshot>.Ok(new ClaimSnapshot(
            snapshot.Moment,
            await snapshot.DigestAsync(ArchiveId.RecordOf(query.Claim)),
            Views.Of(claim),
            claim.Withheld is null ? Corroborations.Of(claim.State, voices) : null,
            await Views.WithActorsAsync(await Views.NamesAsync(snapshot, [claim]), snapshot, entries.Values),
            snapshot.Disclosure)
        {
            FirstActor = entries[claim.FirstEntry].Actor,
            SinceActor = entries[claim.FromEntry].Actor,
        });
    }
}
