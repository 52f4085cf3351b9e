using Archive.Authorities;

namespace Archive.Exports;

/// <summary>An authority with its past.</summary>
internal sealed record AuthorityPast(IReadOnlyList<AuthorityVersion> Versions, IReadOnlyDictionary<long, string> Actors) : Past<AuthorityVersion>(Versions, Actors);
