using Archive.Snapshots;
using MediatR;

namespace Archive.Claims;

/// <summary>One claim.</summary>
public sealed record GetClaim(string Claim, AsOf AsOf) : IRequest<Outcome<ClaimSnapshot>>;

/// <summary>A claim as of an entry.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of its record.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Support">How many voices stand behind it.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record ClaimSnapshot(Moment AsOf, string Digest, ClaimView Claim, Corroboration Support, Names Names);
