namespace Archive.Domain;

/// <summary>Words in a language.</summary>
/// <param name="Text">The words, kept as given.</param>
/// <param name="Language">BCP 47 tag, such as <c>zh</c> or <c>uk-Latn</c>.</param>
public sealed record LanguageText(string Text, string Language);
