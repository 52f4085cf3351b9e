using Archive.Claims;

namespace Archive.Exports;

/// <summary>A claim with its past.</summary>
internal sealed record ClaimPast(IReadOnlyList<ClaimVersion> Versions, IReadOnlyDictionary<long, string> Actors) : Past<ClaimVersion>(Versions, Actors);
