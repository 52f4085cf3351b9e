namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>Says that a stream was deleted for good.</summary>
internal sealed class StreamTombstonedException : Exception;
