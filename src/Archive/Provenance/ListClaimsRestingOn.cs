using Archive.Snapshots;
using MediatR;

namespace Archive.Provenance;

/// <summary>Which claims rest on a source, and which rest on it alone.</summary>
public sealed record ListClaimsRestingOn(string Source, AsOf AsOf, ClaimFilter Filter, PageRequest Page) : IRequest<Outcome<RestingClaims>>;

/// <param name="AsOf">The moment.</param>
/// <param name="Source">The source.</param>
/// <param name="Claims">The claims that cite it in support, or a source that repeats it.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record RestingClaims(Moment AsOf, SourceView Source, Page<RestingClaim> Claims, Names Names);

/// <param name="Claim">The claim.</param>
/// <param name="Through">The sources that it cites and that are, or repeat, the source asked about.</param>
/// <param name="Alone">No other independent origin supports it.</param>
public sealed record RestingClaim(ClaimView Claim, IReadOnlyList<string> Through, bool Alone);
