using Archive.Cli.Complaints;
using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Cli.Opening;

/// <summary>The event log that the settings choose.</summary>
internal static class LogChoice
{
    private static readonly string[] Schemes = ["esdb://", "esdb+discover://", "kurrentdb://", "kurrentdb+discover://", "kurrent://", "kurrent+discover://"];

    /// <returns>What registers it; null for the one in PostgreSQL.</returns>
    public static Action<IServiceCollection>? Of(ArchiveSettings settings) => settings.EventStoreConnectionString is { } connectionString
        ? services => AddEventStoreDb(services, connectionString, settings.EventStorePrefix)
        : null;

    /// <summary>Whichever log a command line names, beside that of the settings.</summary>
    /// <exception cref="UsageException">It is no name of a log, or the settings lack what it needs.</exception>
    public static Action<IServiceCollection> Of(string name, ArchiveSettings settings) => name switch
    {
        LogEnds.Postgres => _ => { },
        LogEnds.EventStoreDb => Of(settings) ?? throw new UsageException(
            $"{ArchiveSettings.EventStoreVariable} is not set, so there is no eventstoredb to name. Set it to the connection string of the server."),
        _ when Schemes.Any(scheme => name.StartsWith(scheme, StringComparison.Ordinal)) => services => AddEventStoreDb(services, name, settings.EventStorePrefix),
        // What was typed may hold a password.
        _ => throw new UsageException($"A log is named {LogEnds.Forms}."),
    };

    private static void AddEventStoreDb(IServiceCollection services, string connectionString, string prefix)
    {
        try
        {
            services.AddEventStoreDb(connectionString, prefix);
        }
        catch (FormatException e)
        {
            throw new LogAwayException(
                $"{ArchiveSettings.EventStoreVariable} or {ArchiveSettings.EventStorePrefixVariable} is not what it should be. {e.Message} Unset {ArchiveSettings.EventStoreVariable} to have the log in PostgreSQL.", e);
        }
    }
}
