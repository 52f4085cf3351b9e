namespace EventStore.Client;

/// <summary>A text is no connection string.</summary>
public class ConnectionStringParseException : Exception
{
    internal ConnectionStringParseException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
