namespace EventStore.Client;

/// <summary>The stream is gone for good.</summary>
public class StreamDeletedException : Exception
{
    /// <summary>&lt;unknown&gt; when the server did not say.</summary>
    public readonly string Stream;

    public StreamDeletedException(string stream, Exception? exception = null)
        : base($"Stream {stream} is deleted. Write to another one.", exception) => Stream = stream;
}
