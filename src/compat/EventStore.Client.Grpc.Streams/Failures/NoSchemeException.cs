namespace EventStore.Client;

/// <summary>A connection string begins with no scheme.</summary>
public class NoSchemeException : ConnectionStringParseException
{
    internal NoSchemeException()
        : base("The connection string has no scheme. Begin it with esdb:// or esdb+discover://.")
    {
    }
}
