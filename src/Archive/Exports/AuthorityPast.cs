using Archive.Authorities;
using Archive.Snapshots;

namespace Archive.Exports;

/// <summary>An authority with its past.</summary>
internal sealed record AuthorityPast(IReadOnlyList<AuthorityVersion> Versions, IReadOnlyDictionary<long, EventView> Events) : Past<AuthorityVersion>(Versions, Events);
