using System.Net.Sockets;
using Npgsql;

namespace Archive.EventLog;

/// <summary>Finds the driver's failure in what Marten throws around it.</summary>
internal static class DatabaseFailure
{
    /// <summary>What the driver does not call transient and yet is the server's state, not the statement's fault: a standby that does not write yet.</summary>
    private const string OnlyReads = "25006";

    /// <summary>The class of a server that shuts down, has crashed, or does not take connections yet; 57014, a cancelled statement, is not in it.</summary>
    private const string Intervention = "57P";

    public static NpgsqlException? Find(Exception? exception)
    {
        while (exception is not null and not NpgsqlException)
            exception = exception.InnerException;
        return exception as NpgsqlException;
    }

    /// <summary>The database is away, or was for a moment: the same again may succeed.</summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        OperationCanceledException => false,
        TimeoutException or IOException or SocketException => true,
        _ => Find(exception) is { } failure && (failure is not PostgresException answered || IsServersState(answered)),
    };

    /// <summary>The database answered, and refused what was asked.</summary>
    public static bool IsRefusal(Exception exception) => Find(exception) is PostgresException answered && !IsServersState(answered);

    /// <summary>The connection was in use and broke, or had been ended: a new one may serve at once.</summary>
    public static bool IsDeadConnection(Exception exception) =>
        Find(exception) is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } or { InnerException: IOException };

    private static bool IsServersState(PostgresException answered) =>
        answered.IsTransient || answered.SqlState == OnlyReads || answered.SqlState.StartsWith(Intervention, StringComparison.Ordinal);
}
