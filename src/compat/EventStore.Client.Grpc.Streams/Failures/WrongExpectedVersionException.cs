namespace EventStore.Client;

/// <summary>The stream is not what the append expected it to be. Nothing was written.</summary>
public class WrongExpectedVersionException : Exception
{
    public WrongExpectedVersionException(string streamName, StreamRevision expectedStreamRevision, StreamRevision actualStreamRevision,
        Exception? exception = null, string? message = null)
        : base(message ?? $"Stream {streamName} is at {actualStreamRevision}, not at the expected {expectedStreamRevision}. Read it again.", exception)
    {
        StreamName = streamName;
        ExpectedStreamRevision = expectedStreamRevision;
        ActualStreamRevision = actualStreamRevision;
    }

    public WrongExpectedVersionException(string streamName, StreamState expectedStreamState, StreamRevision actualStreamRevision, Exception? exception = null)
        : this(streamName, StreamRevision.None, actualStreamRevision, exception,
            $"Stream {streamName} is at {actualStreamRevision}, not {expectedStreamState} as expected. Read it again.")
    {
    }

    public string StreamName { get; }

    public long? ExpectedVersion => Number(ExpectedStreamRevision);

    public long? ActualVersion => Number(ActualStreamRevision);

    /// <summary><see cref="StreamRevision.None"/> when there is no stream.</summary>
    public StreamRevision ActualStreamRevision { get; }

    /// <summary><see cref="StreamRevision.None"/> when a <see cref="StreamState"/> was expected.</summary>
    public StreamRevision ExpectedStreamRevision { get; }

    private static long? Number(StreamRevision revision) => revision == StreamRevision.None ? null : revision.ToInt64();
}
