namespace Archive.Domain.Authorities;

/// <summary>The archive established who or what is meant by an id: a person, an organisation or a place.</summary>
public sealed record AuthorityEstablished(string Authority, AuthorityKind Kind, AuthorityDescription Description, string? Decided = null) : IAuthorityEvent;
