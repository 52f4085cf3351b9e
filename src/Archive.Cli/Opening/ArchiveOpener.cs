using Archive.Access;
using Archive.Backups;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.EventLog;
using Archive.LogCopies;
using Archive.LogErasures;
using Archive.Postgres;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Cli.Opening;

/// <summary>Opens the archive in the database that the environment names, or in the private cluster, which it starts where that is not running.</summary>
/// <param name="variable">Environment variables.</param>
/// <param name="say">Told what takes long.</param>
internal sealed class ArchiveOpener(Func<string, string?> variable, Action<string> say) : IArchiveOpener
{
    public async Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken)
    {
        var host = await ArchiveHost.OpenAsync(await FindDatabaseAsync(cancellationToken), LogChoice.Of(Settings()) + CaptureChoice.Of(variable) + KeyChoice.Of(Settings()), cancellationToken);
        try
        {
            if (freshness != Freshness.AsProjected)
                await CatchUpAsync(host, freshness, cancellationToken);
            return new HostedArchive(host, Credentials, ActorOption.Of(variable));
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads of what is projected go on whatever keeps the projector: they are told how far they reach.</summary>
    private async Task CatchUpAsync(ArchiveHost host, Freshness freshness, CancellationToken cancellationToken)
    {
        try
        {
            await host.CatchUpAsync(cancellationToken);
        }
        catch (Exception late) when (freshness == Freshness.AsFarAsPossible && late is (ProjectionStoppedException or TimeoutException or LogAwayException))
        {
            var status = (Outcome<ArchiveStatus>.Ok)await host.Sender.Send(new GetStatus(), cancellationToken);
            say($"Answers are as of entry {status.Value.Entry}: {late.Message}");
        }
    }

    /// <summary>
    /// Into an empty place, in which nobody has a key: whoever holds the place is its administrator, and for that nothing has to be asked of it.
    /// </summary>
    public Task<Outcome<RestoredArchive>> RestoreAsync(RestoreBackup restore, CancellationToken cancellationToken) =>
        ArchiveHost.RestoreAsync(restore, FindDatabaseAsync, LogChoice.Of(Settings()), cancellationToken);

    public async Task<Outcome<CopiedLog>> CopyLogAsync(LogEnds ends, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken)
    {
        var (from, to) = Choose(ends);
        var (copy, database) = (new CopyLog(from, to, progress), await FindDatabaseAsync(cancellationToken));
        await RequireAsync(Operations.CopyLog, database, from, cancellationToken);
        return await ArchiveHost.CopyLogAsync(copy, database, null, cancellationToken);
    }

    public async Task<Outcome<ComparedLogs>> CompareLogsAsync(LogEnds ends, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken)
    {
        var (from, to) = Choose(ends);
        var (compare, database) = (new CompareLogs(from, to, progress), await FindDatabaseAsync(cancellationToken));
        await RequireAsync(Operations.CompareLogs, database, from, cancellationToken);
        return await ArchiveHost.CompareLogsAsync(compare, database, null, cancellationToken);
    }

    public async Task<Outcome<ErasedFromLog>> EraseFromLogAsync(LogErasure erasure, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken)
    {
        var settings = Settings();
        var name = erasure.From ?? (settings.EventStoreConnectionString is null ? LogEnds.Postgres : LogEnds.EventStoreDb);
        var from = LogChoice.Of(name, settings);
        if (erasure.Prefix is { } prefix)
            settings = settings with { EventStorePrefix = prefix };
        else if (name == erasure.Into && name != LogEnds.Postgres)
            throw new UsageException("The log on EventStoreDB would be copied into itself. Name another prefix for the new one with --prefix, such as archive-2.");
        var into = name == LogEnds.Postgres && erasure.Into == LogEnds.Postgres ? null : LogChoice.Of(erasure.Into, settings);
        var erase = new EraseFromLog(erasure.Entries, erasure.Reason, erasure.Reference, from, into, erasure.DestroyOld, progress);
        var database = await FindDatabaseAsync(cancellationToken);
        await RequireAsync(Operations.EraseFromLog, database, from, cancellationToken);
        return await ArchiveHost.EraseFromLogAsync(erase, database, null, cancellationToken);
    }

    public Task<bool> StopAsync(CancellationToken cancellationToken) =>
        new PrivateCluster(Settings().Home, say, TimeProvider.System).StopAsync(cancellationToken);

    private async Task RequireAsync(string operation, string database, Action<IServiceCollection> log, CancellationToken cancellationToken)
    {
        var found = await ArchiveHost.IdentifyAsync(Credentials(), database, log, cancellationToken);
        (found is Outcome<Asker>.Ok { Value: var asker } ? asker : throw new ComplaintException(Complaint.Of(found))).Require(operation);
    }

    private Credentials Credentials() => Identity.Of(variable, Settings());

    private Task<string> FindDatabaseAsync(CancellationToken cancellationToken) =>
        ArchiveDatabaseLocation.ResolveAsync(Settings(), say, TimeProvider.System, cancellationToken);

    private (Action<IServiceCollection> From, Action<IServiceCollection> To) Choose(LogEnds ends) => ends.From == ends.To
        ? throw new UsageException("--from and --to name the same log. Name two.")
        : (LogChoice.Of(ends.From, Settings()), LogChoice.Of(ends.To, Settings()));

    private ArchiveSettings Settings() => ArchiveSettings.FromEnvironment(variable, Environment.IsPrivilegedProcess);
}
