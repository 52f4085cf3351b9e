using System.Data.Common;
using System.Net.Sockets;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Postgres;
using Archive.Projection;

namespace Archive.Cli.Opening;

/// <summary>Tells outages, which pass, from faults of the program.</summary>
internal static class Outages
{
    private const string Kept = "What was acknowledged is kept; try again when it is back.";

    /// <summary>
    /// SQLSTATEs, or their first characters, for which the server's state is at fault and not the statement: connection, a standby that only
    /// reads, authorization, database, resources, intervention, system.
    /// </summary>
    private static readonly string[] ServersFault = ["08", "25006", "28", "3D", "53", "57", "58"];

    /// <summary>What to tell the person who asked, or null where it is no outage.</summary>
    public static string? Explain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresUnavailableException or ClockOffException or LogAwayException:
                    return cause.Message;
                case ProjectionStoppedException stopped:
                    return $"The projector has stopped: {stopped.Message} ({stopped.Code})";
                case UnreadableEventException:
                    return $"This build cannot read what is in the log: {cause.Message} Use the build that wrote it, or a newer one.";
                case DbException failure:
                    return Explain(failure);
                case SocketException:
                    return $"The database is out of reach: {Sentence(cause)} {Kept}";
                case TimeoutException:
                    return $"That took too long: {cause.Message}";
                case FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException:
                    return $"A file cannot be read or made: {cause.Message} See that its folder is there and may be written, or name another place.";
                case IOException:
                    return $"A file or connection failed: {cause.Message}";
            }
        }

        return null;
    }

    private static string? Explain(DbException failure) => failure switch
    {
        { SqlState: "42501" } => $"The database lets the archive's role do too little: {Sentence(failure)} Let it connect and create schemas, or name another role.",
        { SqlState: "53100" } => $"The database's disk is full: {Sentence(failure)} Make room where PostgreSQL keeps its data and its write-ahead log, or give it a larger disk. What was acknowledged is kept, and the archive goes on by itself.",
        { SqlState: { Length: 5 } state } => ServersFault.Any(fault => state.StartsWith(fault, StringComparison.Ordinal)) ? $"The database does not serve: {Sentence(failure)} {Kept}" : null,
        { InnerException: TimeoutException } => $"The database does not answer. {Kept}",
        { InnerException: IOException } => $"The connection to the database broke. {Kept}",
        _ => $"The database is out of reach: {Sentence(failure)} {Kept}",
    };

    /// <summary>What PostgreSQL and the driver say has no full stop, and from the second line on details for whoever runs the server, in its log too.</summary>
    private static string Sentence(Exception cause) => cause.Message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
