using Archive.Domain;
using Archive.EventLog;
using Archive.Evidence;
using Archive.Ledger;
using Npgsql;

namespace Archive.Projection;

/// <summary>Opens the log and the read models that are made from it: both new, or both there.</summary>
internal sealed class LogOpening(IEventLog log, ReadModelSchema schema, NpgsqlDataSource database, IContentStore contents, KeptStore kept, ErasureRecords erasures)
{
    /// <summary>Makes what is missing of a new archive. Where the log is away, what is projected can be asked all the same.</summary>
    /// <exception cref="LogRefusedException">
    /// The log is not whole; or it is missing, while there are read models: an empty one in its place would give their numbers to other entries.
    /// </exception>
    public async Task RunAsync(LogName? name, CancellationToken cancellationToken)
    {
        var isMade = await schema.IsPresentAsync(cancellationToken);
        LogState? state;
        try
        {
            state = await log.Control.FindAsync(cancellationToken);
            if (state is null && isMade)
                throw new LogRefusedException(Missing());
            state ??= await log.Control.OpenAsync(name?.Value, cancellationToken);
        }
        catch (LogAwayException) when (isMade)
        {
            await PrepareAsync(cancellationToken);
            return;
        }

        if (state.WhyUnfinished() is { } unfinished)
            throw new LogRefusedException(unfinished);
        await schema.EnsureAsync(cancellationToken);
        await PrepareAsync(cancellationToken);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await LedgerTables.EnsureAsync(database, cancellationToken);
        await contents.PrepareAsync(cancellationToken);
        await kept.PrepareAsync(cancellationToken);
        await erasures.PrepareAsync(cancellationToken);
    }

    private Refusal Missing() => new(
        "log-missing",
        $"There is no event log in {log.Control.Place}, but the read models in PostgreSQL were made from one. Point ARCHIVE_EVENTSTORE to it (unset, it is the log in PostgreSQL), copy it there with 'archive log copy', or restore a backup into an empty place. Nothing was changed.");
}
