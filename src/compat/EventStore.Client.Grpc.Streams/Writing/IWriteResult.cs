namespace EventStore.Client;

/// <summary>What became of an append.</summary>
public interface IWriteResult
{
    /// <summary>Of the last event, or the default when nothing was written.</summary>
    Position LogPosition { get; }

    /// <summary>What the next append to the stream should expect.</summary>
    StreamRevision NextExpectedStreamRevision { get; }
}
