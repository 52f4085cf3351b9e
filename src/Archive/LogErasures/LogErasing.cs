using Archive.EventLog;
using Archive.Ledger;
using Archive.LogCopies;
using Archive.Projection;

namespace Archive.LogErasures;

/// <summary>
/// One run of an erasure: copy the log without the words, make the read models anew, destroy what had them. Each step finds done what an earlier run did; what is
/// left over from one that was killed is taken up by the next.
/// </summary>
/// <param name="asked">What is asked for.</param>
/// <param name="source">The log that the ledger is made from, at the place that was named.</param>
/// <param name="entries">The entries, as the ledger has them.</param>
/// <param name="copy">Copies the source; makes an entry's words go on the way.</param>
/// <param name="target">The log that the source is copied into.</param>
/// <param name="notHeld">Makes sure that nothing holds the entries.</param>
/// <param name="aftermath">What is done when the log is whole, on the log that is in use then.</param>
internal sealed class LogErasing(
    EraseFromLog asked,
    IEventLog source,
    ErasableEntries entries,
    Func<IReadOnlyCollection<LedgerEntry>, LogCopy> copy,
    IEventLog target,
    Func<bool, ErasureAftermath> aftermath,
    Func<IReadOnlyCollection<LedgerEntry>, CancellationToken, Task> notHeld)
{
    /// <exception cref="LogRefusedException">An entry cannot be erased, or one of the logs cannot be one of this copy.</exception>
    /// <exception cref="ProjectionStoppedException">The read models could not be made anew; the log is without the words, and this can be run again.</exception>
    public async Task<ErasedFromLog> RunAsync(CancellationToken cancellationToken)
    {
        var found = await entries.FindAsync(asked.Entries, cancellationToken);
        var isErased = await AreErasedAsync(source, found, cancellationToken);
        if (!isErased)
        {
            await notHeld(found, cancellationToken);
            await copy(found).RunAsync(cancellationToken);
            // A copy that was whole before this run began was made for other entries.
            if (!await AreErasedAsync(asked.Into is null ? source : target, found, cancellationToken))
                throw new LogRefusedException(new(LogClosure.Code, $"The log in {source.Control.Place} was copied before, with the words of some of these entries, and is closed. Name with --from the log that goes on."));
        }

        return await aftermath(isErased).RunAsync(asked, found, cancellationToken);
    }

    private static async Task<bool> AreErasedAsync(IEventLog log, IReadOnlyCollection<LedgerEntry> found, CancellationToken cancellationToken)
    {
        if ((await log.Control.FindAsync(cancellationToken)) is not { Closed: null, FilledFrom: null })
            return false;
        foreach (var entry in found)
        {
            var logged = (await log.ReadStreamAsync(entry.Stream, cancellationToken)).ElementAtOrDefault((int)entry.Revision);
            if (logged?.Id != entry.EventId || logged.Metadata.PayloadSalt is not null)
                return false;
        }

        return true;
    }
}
