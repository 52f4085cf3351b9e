namespace Archive.Postgres;

/// <summary>There is no PostgreSQL to work on. The message says what to do about it, and is meant for the user.</summary>
public sealed class PostgresUnavailableException : Exception
{
    public PostgresUnavailableException(string message)
        : base(message)
    {
    }

    public PostgresUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public PostgresUnavailableException()
        : this($"There is no PostgreSQL to work on. Set {ArchiveSettings.PostgresVariable} to the connection string of a server.")
    {
    }
}
