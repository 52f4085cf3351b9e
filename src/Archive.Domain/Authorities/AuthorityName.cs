namespace Archive.Domain.Authorities;

/// <summary>A name of an authority.</summary>
/// <param name="Text">The name, kept as given.</param>
/// <param name="Language">BCP 47 tag, with the script where it matters, such as <c>uk-Latn</c>; absent where the name has no language.</param>
public sealed record AuthorityName(string Text, string? Language = null);
