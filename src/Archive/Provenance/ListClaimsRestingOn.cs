using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Snapshots;
using Archive.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Provenance;

/// <summary>Which claims rest on a source, and which rest on it alone.</summary>
public sealed record ListClaimsRestingOn(string Source, AsOf AsOf, ClaimFilter Filter, PageRequest Page) : Query<RestingClaims>;

/// <param name="AsOf">The moment.</param>
/// <param name="Source">The source.</param>
/// <param name="Claims">
/// The claims that cite it in support, or a source that repeats it. Those that are withheld are not among them: what they cite is their content; and none is
/// there because a withheld source repeats it.
/// </param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RestingClaims(Moment AsOf, SourceView Source, Page<RestingClaim> Claims, Names Names, Disclosure? Disclosure = null);

/// <param name="Claim">The claim.</param>
/// <param name="Through">The sources that it cites and that are, or repeat, the source asked about.</param>
/// <param name="Alone">No other independent origin supports it.</param>
public sealed record RestingClaim(ClaimView Claim, IReadOnlyList<string> Through, bool Alone);

internal sealed class ListClaimsRestingOnValidator : AbstractValidator<ListClaimsRestingOn>
{
    public ListClaimsRestingOnValidator()
    {
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Filter).SetValidator(new ClaimFilterRules());
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class ListClaimsRestingOnHandler(ReadModels readModels) : IRequestHandler<ListClaimsRestingOn, Outcome<RestingClaims>>
{
    public Task<Outcome<RestingClaims>> Handle(ListClaimsRestingOn query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<RestingClaims>> AnswerAsync(ListClaimsRestingOn query, Snapshot snapshot)
    {
        var voices = Voices.Of(await snapshot.AllSourcesAsync());
        if (!voices.Sources.ContainsKey(query.Source))
            return new Outcome<RestingClaims>.NotFound(NotThere.Source(query.Source, snapshot.Moment));
        var graph = voices.Shown;
        var asked = graph.Canonical(query.Source);
        var through = voices.Sources.Keys.Where(id => graph.Canonical(id) == asked || graph.Chain(id, out _).Any(voice => voice.Source == asked))
            .ToHashSet(StringComparer.Ordinal);
        var selection = await ClaimSelection.PrepareAsync(snapshot, query.Filter, null);
        var claims = (await snapshot.ClaimsCitingAsync(through))
            .Where(version => version.State.Citations.Any(Rests) && selection.Takes(version))
            .Order(ClaimOrder.Occurred)
            .ToArray();
        var page = Page<ClaimVersion>.Of(claims, query.Page);
        return new Outcome<RestingClaims>.Ok(new RestingClaims(
            snapshot.Moment, Views.Of(voices.Sources[asked]), page.Select(Resting), await Views.NamesAsync(snapshot, page.Items, null, [asked]), snapshot.Disclosure));

        bool Rests(Citation citation) => citation.Stance == Stance.Supports && through.Contains(citation.Source);

        // Alone: every voice that supports the claim reaches it through the source asked about.
        RestingClaim Resting(ClaimVersion version) => new(
            Views.Of(version),
            version.State.Citations.Where(Rests).Select(citation => citation.Source).Distinct(StringComparer.Ordinal).ToArray(),
            Corroborations.Supporting(version.State, voices.Whole).All(voice => voice == voices.Whole.Voice(asked)));
    }
}
