namespace EventStore.Client;

/// <summary>A connection string has a key twice.</summary>
public class DuplicateKeyException : ConnectionStringParseException
{
    internal DuplicateKeyException(string key)
        : base($"The connection string has {key} twice. Leave one out.")
    {
    }
}
