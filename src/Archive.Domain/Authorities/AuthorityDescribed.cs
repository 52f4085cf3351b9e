namespace Archive.Domain.Authorities;

/// <summary>The description of an authority was replaced by a better one.</summary>
public sealed record AuthorityDescribed(string Authority, AuthorityDescription Description, string Words, string? Decided = null) : IAuthorityEvent;
