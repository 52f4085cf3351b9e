using Archive.EventLog;
using Archive.Evidence;
using Archive.Ledger;
using Archive.LogErasures;
using Archive.Projection;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Archive;

/// <content>Erasing from the event log.</content>
public sealed partial class ArchiveHost
{
    /// <summary>Erases the words of entries from the event log; an erasure that was interrupted goes on.</summary>
    /// <param name="erase">Which entries, why, and from where to where.</param>
    /// <param name="connectionString">Of the database with the read models, Npgsql's form.</param>
    /// <param name="configure">Adds services before the archive's own: a clock, a logger.</param>
    /// <param name="cancellationToken">Stops; the same erasure can be run again.</param>
    public static async Task<Outcome<ErasedFromLog>> EraseFromLogAsync(
        EraseFromLog erase, string connectionString, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        if (erase.WhatIsWrong() is { Count: > 0 } wrong)
            return new Outcome<ErasedFromLog>.Invalid(wrong);
        await using var from = Build(connectionString, configure + erase.From);
        await using var to = Build(connectionString, configure + (erase.Into ?? MartenLogRewriting.Add));
        try
        {
            return new Outcome<ErasedFromLog>.Ok(await from.Erasing(erase, to, connectionString).RunAsync(cancellationToken));
        }
        catch (LogRefusedException refused)
        {
            return new Outcome<ErasedFromLog>.Refused(refused.Refusal);
        }
    }

    private LogErasing Erasing(EraseFromLog erase, ArchiveHost to, string connectionString)
    {
        var entries = new ErasableEntries(_database, _services.GetRequiredService<Generations>(), _services.GetRequiredService<ReadModels>());
        return new LogErasing(
            erase,
            Log,
            entries,
            found => CopyTo(
                to.Log,
                connectionString,
                erase.Progress,
                new EntryErasures(found, erase.Reason, erase.Reference),
                cancellation => RequireNotHeldAsync(entries, found, cancellation)),
            to.Log,
            wasErased => Aftermath(wasErased || erase.Into is null ? this : to),
            (found, cancellation) => RequireNotHeldAsync(entries, found, cancellation));

        ErasureAftermath Aftermath(ArchiveHost goesOn) => new(
            goesOn.Log,
            goesOn == this || Log is MartenEventLog ? null : Log.Control.Place,
            entries,
            goesOn._services.GetRequiredService<Rebuild>(),
            new MartenClosedLogs(_database),
            new DroppedFiles(_database),
            new UnnamedWords(_database));
    }

    /// <summary>Once a log is closed for the copy there is no way back: a hold that came while it was copied counts until then.</summary>
    private async Task RequireNotHeldAsync(ErasableEntries entries, IReadOnlyCollection<LedgerEntry> found, CancellationToken cancellationToken)
    {
        // Of another log than the ledger's nothing is erased, as the copy is going to say.
        if (await Log.Control.FindAsync(cancellationToken) is not { Closed: null, FilledFrom: null } state
            || state.Identity.Id != (await _services.GetRequiredService<ProjectionProgress>().ReadHeadAsync(cancellationToken)).LogId)
        {
            return;
        }

        await CatchUpAsync(cancellationToken);
        await entries.RequireNotHeldAsync(found, cancellationToken);
    }
}
