namespace EventStore.Client;

/// <summary>A connection string begins with an unknown scheme.</summary>
public class InvalidSchemeException : ConnectionStringParseException
{
    internal InvalidSchemeException()
        : base("The connection string has an unknown scheme. Begin it with esdb://, kurrentdb:// or kurrent://, or one of them with +discover.")
    {
    }
}
