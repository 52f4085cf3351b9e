namespace EventStore.Client;

/// <summary>A connection string has an unknown key, or a key with a value that it cannot have.</summary>
public class InvalidSettingException : ConnectionStringParseException
{
    internal InvalidSettingException(string message)
        : base(message)
    {
    }
}
