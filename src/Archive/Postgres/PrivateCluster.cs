using Npgsql;

namespace Archive.Postgres;

/// <summary>
/// The PostgreSQL cluster that the archive makes and starts for itself. Reached by a socket in a folder of its owner's; nothing listens
/// on the network. It goes on running after the process that started it.
/// </summary>
/// <param name="home">Folder of the cluster; made when missing.</param>
/// <param name="say">Is told what takes long.</param>
/// <param name="time">Measures waiting.</param>
public sealed class PrivateCluster(string home, Action<string> say, TimeProvider time)
{
    private const string Database = "archive";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>A server that recovers from a crash turns connections away for as long as that takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ClusterLayout _layout = new(home);

    /// <summary>Off for the clusters of tests, which need not survive a power cut. Never for a user's: one would destroy the data.</summary>
    internal bool Durable { get; init; } = true;

    /// <summary>Makes and starts the cluster where that is needed. Any number of processes may call it at the same time.</summary>
    /// <returns>Connection string for Npgsql.</returns>
    /// <exception cref="PostgresUnavailableException">It cannot be started; the message says why, with the end of the server's log.</exception>
    public async Task<string> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        var connectionString = _layout.ConnectionString(Database);
        if ((await ProbeAsync(cancellationToken)).State == ProbeState.Ready)
            return connectionString;
        await using var held = await LockAsync(cancellationToken);
        var probe = await ProbeAsync(cancellationToken);
        if (probe.State == ProbeState.Absent)
        {
            await StartAsync(cancellationToken);
            probe = await ProbeAsync(cancellationToken);
        }

        probe = await WaitAsync(probe, cancellationToken);
        if (probe.State == ProbeState.NoDatabase)
        {
            await CreateDatabaseAsync(cancellationToken);
            probe = await ProbeAsync(cancellationToken);
        }

        return probe.State == ProbeState.Ready ? connectionString : throw Unavailable(probe);
    }

    /// <returns>Whether it was running.</returns>
    /// <exception cref="PostgresUnavailableException">It does not stop.</exception>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_layout.Folder))
            return false;
        await using var held = await LockAsync(cancellationToken);
        var owner = await ClusterOwner.FindAsync(_layout, cancellationToken);
        if (!File.Exists(_layout.VersionFile))
            return false;
        var programs = await PostgresPrograms.FindAsync(_layout, cancellationToken);
        return await new ClusterStart(_layout, owner, programs, time).StopAsync(cancellationToken);
    }

    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        (await ProbeAsync(cancellationToken)).State != ProbeState.Absent;

    private async Task<Probe> ProbeAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_layout.Socket))
            return new(ProbeState.Absent, null);
        if (!_layout.SocketIsInHome)
            await ClusterFolders.RequirePrivateAsync(_layout, await ClusterOwner.FindAsync(_layout, cancellationToken), cancellationToken);
        return SocketProbe.Open(_layout.Socket, ClusterOwner.Name, Database);
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        _layout.RequireQuotable();
        try
        {
            ClusterFolders.CreateHome(_layout.Home);
            return await ClusterLock.AcquireAsync(_layout, time, cancellationToken);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new PostgresUnavailableException(
                $"The archive cannot write to its home {_layout.Home}: {e.Message} Set {ArchiveSettings.HomeVariable} to a folder of yours, or {ArchiveSettings.PostgresVariable} to the connection string of a server.", e);
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.FindAsync(_layout, cancellationToken);
        var owner = await ClusterOwner.FindAsync(_layout, cancellationToken);
        await ClusterFolders.CreateAsync(_layout, owner, cancellationToken);
        if (!File.Exists(_layout.VersionFile))
        {
            say($"Making the archive's own PostgreSQL {programs.Version} in {_layout.Folder}");
            await new ClusterCreation(_layout, owner, programs, Durable).CreateAsync(cancellationToken);
        }
        else
            say($"Starting the archive's own PostgreSQL in {_layout.Folder}");

        await new ClusterStart(_layout, owner, programs, time).StartAsync(cancellationToken);
    }

    private async Task<Probe> WaitAsync(Probe probe, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); probe.State == ProbeState.NotYet && time.GetElapsedTime(began) < Patience;)
        {
            await Task.Delay(Pause, time, cancellationToken);
            probe = await ProbeAsync(cancellationToken);
        }

        return probe;
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(_layout.ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"create database {Database}", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e)
        {
            throw new PostgresUnavailableException($"The archive's database could not be made in {_layout.Folder}. {FreeSpace.Complaint(_layout.Folder, FreeSpace.ToStart)}{e.MessageText}", e);
        }
    }

    private PostgresUnavailableException Unavailable(Probe probe) => new(
        $"The archive's PostgreSQL in {_layout.Folder} takes no connections: {probe.Failure?.Message} The end of its log, {_layout.Log}:\n{ServerLog.Tail(_layout.Log)}", probe.Failure);
}
