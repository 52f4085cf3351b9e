namespace Archive.Domain.Claims;

/// <summary>A document that was signed, by its titles in one or more languages.</summary>
public sealed record SignedDocument(ValueList<LanguageText> Titles);
