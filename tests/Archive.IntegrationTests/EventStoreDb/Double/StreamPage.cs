namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>A page of one stream; <see cref="Next"/> is the revision to go on with.</summary>
internal sealed record StreamPage(IReadOnlyList<DoubleEvent> Events, long Next, long Last, bool ReachedEnd);
