using Archive.Access;
using Archive.Backups;
using Archive.EventLog;
using Archive.Evidence;
using Archive.LogCopies;
using Archive.LogErasures;
using Archive.Projection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Archive;

/// <summary>
/// An archive, opened: commands and queries go through <see cref="Sender"/>. While it is open this process may be the projector; when it is
/// closed, what was acknowledged stays in the log for the next one.
/// </summary>
public sealed partial class ArchiveHost : IAsyncDisposable
{
    /// <summary>How long a caller waits for the projection before it is told so.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider _services;
    private readonly NpgsqlDataSource _database;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lazy<Task> _projecting;
    private Task? _sweeping;

    private ArchiveHost(ServiceProvider services, NpgsqlDataSource database)
    {
        _services = services;
        _database = database;
        _projecting = new Lazy<Task>(() => Task.Run(() => services.GetRequiredService<ProjectorLoop>().RunAsync(_closing.Token)));
    }

    /// <summary>Commands (<see cref="Commands.ICommand"/>) and queries.</summary>
    public ISender Sender => _services.GetRequiredService<ISender>();

    internal IServiceProvider Services => _services;

    /// <summary>Opens the archive in a database, making its tables where they are missing.</summary>
    public static Task<ArchiveHost> OpenAsync(string connectionString, CancellationToken cancellationToken) =>
        OpenAsync(connectionString, null, cancellationToken);

    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="configure">Adds services before the archive's own: a log name, a logger, a clock.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <exception cref="LogRefusedException">The event log is not whole, or it is missing.</exception>
    public static async Task<ArchiveHost> OpenAsync(
        string connectionString, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        var host = Build(connectionString, configure);
        try
        {
            await host._services.GetRequiredService<LogOpening>().RunAsync(host._services.GetService<LogName>(), cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finds out who somebody is and what they may do; asked anew, it is as things stand by then.</summary>
    /// <param name="shown">How they show who they are.</param>
    /// <param name="actAs">The actor as whom an administrator wants to act; null where they act as themselves.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns><see cref="Outcome{T}.Forbidden"/> where nobody is let in; <see cref="Outcome{T}.Refused"/> where there is no actor to act as.</returns>
    public Task<Outcome<Asker>> IdentifyAsync(Credentials shown, string? actAs, CancellationToken cancellationToken) =>
        _services.GetRequiredService<Authentication>().FindAsync(shown, actAs, cancellationToken);

    /// <summary>The same for an archive that is not opened: for what is done to it as a whole.</summary>
    /// <param name="shown">How they show who they are.</param>
    /// <param name="connectionString">Of the database with the read models, Npgsql's form.</param>
    /// <param name="configure">Adds services before the archive's own: its event log.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<Outcome<Asker>> IdentifyAsync(
        Credentials shown, string connectionString, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        await using var host = Build(connectionString, configure);
        return await host.IdentifyAsync(shown, null, cancellationToken);
    }

    /// <summary>Checks a backup in full, then fills an empty archive from it; one that was interrupted goes on.</summary>
    /// <param name="restore">What to restore.</param>
    /// <param name="findDatabase">Finds the place, or makes it; asked only when the backup is sound.</param>
    /// <param name="configure">Adds services before the archive's own, such as another event log.</param>
    /// <param name="cancellationToken">Stops; the same restore can be run again.</param>
    public static async Task<Outcome<RestoredArchive>> RestoreAsync(
        RestoreBackup restore, Func<CancellationToken, Task<string>> findDatabase, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        try
        {
            var backup = await CheckedBackup.OpenAsync(restore, cancellationToken);
            await using var host = Build(await findDatabase(cancellationToken), configure);
            return new Outcome<RestoredArchive>.Ok(await host._services.GetRequiredService<Restoration>().RunAsync(backup, cancellationToken));
        }
        catch (BackupRefusedException refused)
        {
            return new Outcome<RestoredArchive>.Refused(refused.Refusal);
        }
    }

    /// <summary>Moves an archive to another event log; a copy that was interrupted goes on.</summary>
    /// <param name="copy">From where to where.</param>
    /// <param name="connectionString">Of the database with the read models, Npgsql's form.</param>
    /// <param name="configure">Adds services before the archive's own: a clock, a logger.</param>
    /// <param name="cancellationToken">Stops; the same copy can be run again.</param>
    public static async Task<Outcome<CopiedLog>> CopyLogAsync(
        CopyLog copy, string connectionString, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        await using var from = Build(connectionString, configure + copy.From);
        await using var to = Build(connectionString, configure + copy.To);
        try
        {
            return new Outcome<CopiedLog>.Ok(await from.CopyTo(to.Log, connectionString, copy.Progress).RunAsync(cancellationToken));
        }
        catch (LogRefusedException refused)
        {
            return new Outcome<CopiedLog>.Refused(refused.Refusal);
        }
    }

    /// <summary>Compares two event logs event by event, whatever is done to them meanwhile: as far as each reached when this began.</summary>
    /// <param name="compare">Which logs.</param>
    /// <param name="connectionString">Of the database with the read models, and the log that is in it.</param>
    /// <param name="configure">Adds services before the archive's own.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<Outcome<ComparedLogs>> CompareLogsAsync(
        CompareLogs compare, string connectionString, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        await using var from = Build(connectionString, configure + compare.From);
        await using var to = Build(connectionString, configure + compare.To);
        try
        {
            return new Outcome<ComparedLogs>.Ok(await new LogComparison(from.Log, to.Log).RunAsync(compare, cancellationToken));
        }
        catch (LogRefusedException refused)
        {
            return new Outcome<ComparedLogs>.Refused(refused.Refusal);
        }
    }

    private IEventLog Log => _services.GetRequiredService<IEventLog>();

    private LogCopy CopyTo(IEventLog target, string connectionString, IProgress<LogCopyProgress>? progress, EntryErasures? erased = null, Func<CancellationToken, Task>? beforeClosing = null)
    {
        var head = new MovedHead(target, _database, connectionString, _services.GetRequiredService<Generations>());
        var place = new CopyPlace(Log, target, _services.GetRequiredService<ReadModelSchema>(), head, connectionString, erased is null ? LogState.CopyOf : erased.MarkOf);
        return new LogCopy(Log, target, place, head, _services.GetRequiredService<TimeProvider>(), progress, erased, beforeClosing);
    }

    private static ArchiveHost Build(string connectionString, Action<IServiceCollection>? configure)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 };
        var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var services = new ServiceCollection();
        configure?.Invoke(services);
        services.AddSingleton(database);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ProjectorLoop>(provider, settings.ConnectionString));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Erasing>(provider, settings.ConnectionString));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Rebuild>(provider, settings.ConnectionString));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RestorePlace>(provider, settings.ConnectionString));
        services.AddArchive();
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<ILoggerFactory>(provider => provider.GetServices<ILoggerProvider>().ToArray() is { Length: > 0 } providers
            ? new LoggerFactory(providers)
            : NullLoggerFactory.Instance);
        return new ArchiveHost(services.BuildServiceProvider(), database);
    }

    /// <summary>Waits until everything that is in the log now is projected, by this process or by another.</summary>
    /// <exception cref="ProjectionStoppedException">The projector stopped at an event.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var end = await _services.GetRequiredService<IEventLog>().FindEndAsync(cancellationToken);
        if ((await _services.GetRequiredService<ProjectionProgress>().ReadHeadAsync(cancellationToken)).Position < end)
            await WaitForAsync(end, cancellationToken);
    }

    /// <summary>Waits until a receipt's position is projected: a caller that wants to read its own write.</summary>
    /// <exception cref="ProjectionStoppedException">The projector stopped before it.</exception>
    /// <exception cref="TimeoutException">The projection is far behind.</exception>
    public async Task WaitForAsync(LogPosition position, CancellationToken cancellationToken)
    {
        StartProjecting();
        var waiting = _services.GetRequiredService<ProjectionProgress>().WaitForAsync(position, LongestWait, cancellationToken);
        // The loop ends before it is told to only by a fault of the program: the caller hears of that, not of a long wait.
        if (await Task.WhenAny(waiting, _projecting.Value) == _projecting.Value)
            await _projecting.Value;
        await waiting;
    }

    /// <summary>Makes this process a projector, or one that waits to be, until it is closed.</summary>
    public void StartProjecting() => _ = _projecting.Value;

    /// <summary>The same, and tells every change of the projector's state, for as long as the archive stands open or until it is told to end.</summary>
    /// <param name="watcher">Called on the projector's own path: to be quick.</param>
    /// <param name="cancellationToken">Ends the telling, with an exception; the projector ends with the archive.</param>
    public Task ProjectAsync(IProgress<ProjectorReport> watcher, CancellationToken cancellationToken)
    {
        _services.GetRequiredService<ProjectorWatch>().Watcher = watcher;
        StartProjecting();
        _sweeping ??= SweepDailyAsync();
        return _projecting.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Fills new read models from zero and switches over to them; readers of the old ones go on undisturbed.</summary>
    /// <exception cref="ProjectionStoppedException">The rebuilt ledger differs, or an event cannot be projected; nothing was switched over.</exception>
    public Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellationToken) =>
        _services.GetRequiredService<Rebuild>().RunAsync(progress, cancellationToken);

    /// <summary>Takes away contents that no event names and that nobody put for a day, once every event is projected.</summary>
    /// <returns>How many went.</returns>
    /// <exception cref="ProjectionStoppedException">The projector stopped at an event: nothing was taken away.</exception>
    public Task<int> SweepContentsAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<ContentSweep>().RunAsync(CatchUpAsync, cancellationToken);

    /// <summary>Whatever keeps one sweep from its end, the next one comes: nothing depends on it.</summary>
    private async Task SweepDailyAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await SweepContentsAsync(_closing.Token);
            }
            catch (Exception e) when (e is ProjectionStoppedException or TimeoutException or LogAwayException or NpgsqlException)
            {
            }

            await Task.Delay(ContentSweep.Age, _services.GetRequiredService<TimeProvider>(), _closing.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_sweeping is { } sweeping)
            await sweeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_projecting.IsValueCreated)
            await _projecting.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _closing.Dispose();
    }
}
