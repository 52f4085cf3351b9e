using Archive.EventLog;
using Archive.Evidence;
using Archive.Ledger;
using Archive.LogCopies;
using Archive.Projection;

namespace Archive.LogErasures;

/// <summary>What is done when the log is without the words: read models that have them no more, and the end of the old ones and of old logs.</summary>
/// <param name="log">The log in use.</param>
/// <param name="old">Where the words were copied from, where that is a log that the archive cannot destroy; null otherwise.</param>
internal sealed class ErasureAftermath(IEventLog log, string? old, ErasableEntries entries, Rebuild rebuild, MartenClosedLogs closed, DroppedFiles files, UnnamedWords unnamed)
{
    public async Task<ErasedFromLog> RunAsync(EraseFromLog asked, IReadOnlyCollection<LedgerEntry> found, CancellationToken cancellationToken)
    {
        if (await entries.HaveWordsAsync(found, cancellationToken))
            await rebuild.RunAsync(new Steps(asked.Progress), cancellationToken);
        var left = new List<string>(await rebuild.DropFormerAsync(cancellationToken));
        await unnamed.DestroyAsync(log, found, cancellationToken);
        var destroyed = new List<string>();
        foreach (var tables in await closed.FindHoldingAsync(found.Select(entry => entry.EventId).ToArray(), cancellationToken))
        {
            if (!asked.DestroyOld)
            {
                left.Add($"the closed log in the schema {tables.Schema} of the archive's database: the same command with --destroy-old destroys it");
                continue;
            }

            await closed.DestroyAsync(tables, cancellationToken);
            destroyed.Add($"schema {tables.Schema}");
        }

        // Old read models went in any case.
        left.AddRange(await files.RunAsync(cancellationToken));
        if (old is not null)
            left.Add($"the old log in {old}: delete every stream whose name begins with its prefix and a colon, and scavenge each node of the server");
        return await AnswerAsync(asked, found, destroyed, [.. left, .. OutOfReach.Always], cancellationToken);
    }

    private async Task<ErasedFromLog> AnswerAsync(
        EraseFromLog asked, IReadOnlyCollection<LedgerEntry> found, IReadOnlyList<string> destroyed, IReadOnlyList<string> outOfReach, CancellationToken cancellationToken)
    {
        var (identity, read) = (await log.IdentifyAsync(cancellationToken), new NumberedLog(log));
        await foreach (var _ in read.ReadUpToAsync(await log.FindEndAsync(cancellationToken), cancellationToken))
        {
        }

        return new ErasedFromLog(
            identity.Name,
            identity.Id,
            log.Control.Place,
            found.Select(entry => new ErasedEntry(entry.Id, entry.Type, entry.Stream, entry.PayloadDigest, entry.LeafHash)).ToArray(),
            asked.Reason,
            asked.Reference,
            read.Events,
            read.RootHash,
            await entries.FindGenerationAsync(cancellationToken),
            destroyed,
            outOfReach);
    }

    private sealed class Steps(IProgress<LogCopyProgress>? told) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => told?.Report(new LogCopyProgress(LogCopyStep.Rebuilding, value.Entries, value.Total));
    }
}
