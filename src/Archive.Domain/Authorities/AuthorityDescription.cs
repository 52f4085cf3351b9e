namespace Archive.Domain.Authorities;

/// <summary>What the archive knows of an authority.</summary>
/// <param name="Name">The name it goes by here.</param>
/// <param name="Aliases">Other names, in whatever language and script.</param>
/// <param name="Uris">The same authority elsewhere: absolute URIs.</param>
/// <param name="Note">What tells it from others.</param>
public sealed record AuthorityDescription(AuthorityName Name, ValueList<AuthorityName> Aliases, ValueList<string> Uris, string? Note = null);
