using Npgsql;

namespace Archive.EventLog;

/// <summary>Finds the driver's failure in what Marten throws around it.</summary>
internal static class DatabaseFailure
{
    public static NpgsqlException? Find(Exception? exception)
    {
        while (exception is not null and not NpgsqlException)
            exception = exception.InnerException;
        return exception as NpgsqlException;
    }

    /// <summary>The database is away, or was for a moment: the same again may succeed.</summary>
    public static bool IsOutage(Exception exception) =>
        exception is TimeoutException or IOException || Find(exception) is { } failure && failure is not PostgresException { IsTransient: false };

    /// <summary>The database answered, and refused what was asked.</summary>
    public static bool IsRefusal(Exception exception) => Find(exception) is PostgresException { IsTransient: false };
}
