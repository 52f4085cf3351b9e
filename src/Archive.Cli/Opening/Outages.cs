using System.Data.Common;
using System.Net.Sockets;
using Archive.Postgres;
using Archive.Projection;

namespace Archive.Cli.Opening;

/// <summary>Tells outages, which pass, from faults of the program.</summary>
internal static class Outages
{
    /// <summary>Classes of SQLSTATE in which the server, not the statement, is at fault: connection, authorization, database, resources, shutdown, system.</summary>
    private static readonly string[] ServersFault = ["08", "28", "3D", "53", "57", "58"];

    /// <summary>What to tell the person who asked, or null where it is no outage.</summary>
    public static string? Explain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresUnavailableException:
                    return cause.Message;
                case ProjectionStoppedException stopped:
                    return $"The projector has stopped: {stopped.Message} ({stopped.Code})";
                case DbException { SqlState: "42501" }:
                    return $"The database lets the archive's role do too little: {cause.Message} Let it connect and create schemas, or name another role.";
                case DbException { SqlState: { Length: 5 } state }:
                    return ServersFault.Contains(state[..2], StringComparer.Ordinal) ? $"The database does not serve: {cause.Message}" : null;
                case DbException or SocketException:
                    return $"The database is out of reach: {cause.Message}";
                case TimeoutException:
                    return $"That took too long: {cause.Message}";
                case IOException or UnauthorizedAccessException:
                    return $"A file or connection failed: {cause.Message}";
            }
        }

        return null;
    }
}
