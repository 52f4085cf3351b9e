namespace EventStore.Client;

/// <summary>A part of a connection string after the question mark is no key with a value.</summary>
public class InvalidKeyValuePairException : ConnectionStringParseException
{
    internal InvalidKeyValuePairException()
        : base("A part of the connection string after the question mark is no key=value. Separate the pairs with &.")
    {
    }
}
