namespace Archive.IntegrationTests;

/// <summary>An event as a log holds it.</summary>
/// <param name="Data">Its JSON; where spaces stand in it is the log's affair.</param>
/// <param name="Metadata">The JSON beside it, as the log keeps it; null or empty for none.</param>
internal sealed record KeptEvent(Guid Id, string Stream, long Revision, string Type, string Data, string? Metadata);
