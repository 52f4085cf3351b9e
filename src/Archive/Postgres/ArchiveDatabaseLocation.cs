using Npgsql;

namespace Archive.Postgres;

/// <summary>Finds the archive's database: on the server that was named, otherwise in the private cluster.</summary>
public static class ArchiveDatabaseLocation
{
    /// <param name="settings">What was named.</param>
    /// <param name="say">Is told what takes long.</param>
    /// <param name="time">Measures waiting.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Connection string for Npgsql of a database that takes connections.</returns>
    /// <exception cref="PostgresUnavailableException">There is none; the message says what to do.</exception>
    public static Task<string> ResolveAsync(ArchiveSettings settings, Action<string> say, TimeProvider time, CancellationToken cancellationToken) =>
        settings.PostgresConnectionString is { } given
            ? OfServerAsync(given, cancellationToken)
            : new PrivateCluster(settings.Home, say, time).EnsureRunningAsync(cancellationToken);

    private static async Task<string> OfServerAsync(string given, CancellationToken cancellationToken)
    {
        var connection = Parse(given);
        var probe = await Probe.OpenAsync(given, cancellationToken);
        return probe.State == ProbeState.Ready
            ? given
            : throw new PostgresUnavailableException(
                $"The PostgreSQL server that {ArchiveSettings.PostgresVariable} names does not serve (host {connection.Host}, port {connection.Port}, database {connection.Database}, user {connection.Username}): " +
                $"{probe.Failure?.Message} Correct {ArchiveSettings.PostgresVariable}, or unset it to use the archive's own PostgreSQL.", probe.Failure);
    }

    // The value is not repeated in the message: it may hold a password.
    private static NpgsqlConnectionStringBuilder Parse(string given)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(given);
            return connection.Host is not null ? connection : throw new ArgumentException("It names no host.", nameof(given));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new PostgresUnavailableException($"{ArchiveSettings.PostgresVariable} is no connection string of Npgsql, such as 'Host=db.example.org;Username=archive;Password=...;Database=archive': {e.Message}", e);
        }
    }
}
