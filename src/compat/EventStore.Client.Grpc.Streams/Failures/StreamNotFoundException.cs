namespace EventStore.Client;

/// <summary>The stream has no event, or was deleted.</summary>
public class StreamNotFoundException : Exception
{
    public readonly string Stream;

    public StreamNotFoundException(string stream, Exception? exception = null)
        : base($"Stream {stream} does not exist. Write to it before reading it.", exception) => Stream = stream;
}
