using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Cli.Opening;

/// <summary>The event log that the settings choose.</summary>
internal static class LogChoice
{
    /// <returns>What registers it; null for the one in PostgreSQL.</returns>
    public static Action<IServiceCollection>? Of(ArchiveSettings settings) => settings.EventStoreConnectionString is { } connectionString
        ? services => AddEventStoreDb(services, connectionString, settings.EventStorePrefix)
        : null;

    private static void AddEventStoreDb(IServiceCollection services, string connectionString, string prefix)
    {
        try
        {
            services.AddEventStoreDb(connectionString, prefix);
        }
        catch (ArgumentException e)
        {
            throw new LogAwayException(
                $"{ArchiveSettings.EventStoreVariable} or {ArchiveSettings.EventStorePrefixVariable} is not what it should be. {e.Message} Unset {ArchiveSettings.EventStoreVariable} to have the log in PostgreSQL.", e);
        }
    }
}
