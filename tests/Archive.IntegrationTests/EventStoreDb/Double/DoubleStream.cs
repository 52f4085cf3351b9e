namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>One stream of the double: its events, and how it was deleted if it was.</summary>
internal sealed class DoubleStream
{
    /// <summary>The last revision of a tombstoned stream.</summary>
    public const long TombstoneRevision = long.MaxValue;

    public List<DoubleEvent> Events { get; } = [];

    public bool IsTombstoned { get; set; }

    public bool IsSoftDeleted { get; set; }

    /// <summary>The first revision that reads still show.</summary>
    public long TruncateBefore { get; set; }

    public long Last => IsTombstoned ? TombstoneRevision : Events.Count - 1;
}
