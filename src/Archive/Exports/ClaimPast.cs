using Archive.Claims;
using Archive.Snapshots;

namespace Archive.Exports;

/// <summary>A claim with its past.</summary>
internal sealed record ClaimPast(IReadOnlyList<ClaimVersion> Versions, IReadOnlyDictionary<long, EventView> Events) : Past<ClaimVersion>(Versions, Events);
