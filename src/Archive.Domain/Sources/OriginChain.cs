namespace Archive.Domain.Sources;

/// <summary>The voices behind a source, nearest first; ends where one speaks for itself or comes round again.</summary>
public sealed record OriginChain(ValueList<string> Sources);
