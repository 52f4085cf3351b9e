namespace EventStore.Client;

/// <summary>Whether a stream that is read is there.</summary>
public enum ReadState
{
    StreamNotFound,
    Ok,
}
