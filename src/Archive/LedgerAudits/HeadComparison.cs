using System.Text.Json;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Ledger;

namespace Archive.LedgerAudits;

/// <summary>The head of the ledger, as an audit compares it with what the log makes of it.</summary>
internal static class HeadComparison
{
    /// <param name="log">The log.</param>
    /// <param name="began">The head as it was when the audit began.</param>
    /// <param name="made">What the log makes of it at the same entry.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<LedgerDifference?> FindAsync(IEventLog log, LedgerHead began, LedgerHead made, CancellationToken cancellationToken)
    {
        var identity = await log.IdentifyAsync(cancellationToken);
        var expected = made.ReadOn(made.Position) with
        {
            Id = LedgerHead.TheId,
            LogId = identity.Id,
            LogName = identity.Name,
            Predecessors = identity.Predecessors.Count == 0 ? null : identity.Predecessors,
            Commit = began.Entry == 0 ? LogPosition.Start.Commit : made.Commit,
            Prepare = began.Entry == 0 ? LogPosition.Start.Prepare : made.Prepare,
            ReadCommit = began.ReadCommit,
            ReadPrepare = began.ReadPrepare,
            Revision = began.Revision,
        };
        var members = DocumentDifference.MembersOf(JsonSerializer.Serialize(expected, ArchiveJson.Options), JsonSerializer.Serialize(began, ArchiveJson.Options));
        if (members.Count > 0)
            return Of($"The ledger's head is not what the log makes of it: {string.Join(", ", members)}.", began, members);
        if ((began.ReadCommit, began.ReadPrepare) == (null, null))
            return null;
        if (began.ReadUpTo <= began.Position)
            return Of("The ledger's head says that the log was read on to a place before its last event.", began, ["/readCommit", "/readPrepare"]);
        // What it says was read on must have held nothing of the archive's: the projector does not look there again.
        var next = await log.ReadAfterAsync(began.Position, 1, cancellationToken);
        return next.Count == 0 || next[0].Position > began.ReadUpTo
            ? null
            : Of($"The ledger's head says that the log was read on and held nothing, and event {next[0].Id} stands there: it would never be projected.", began, ["/readCommit", "/readPrepare"]) with { EventId = next[0].Id, Stream = next[0].Stream };
    }

    /// <summary>The log's name and those that it goes on from: by these keys and checkpoints are found.</summary>
    public static async Task<LedgerDifference?> FindNameAsync(IEventLog log, LedgerHead began, CancellationToken cancellationToken)
    {
        var identity = await log.IdentifyAsync(cancellationToken);
        return identity.Id != began.LogId || (identity.Name == began.LogName && identity.Predecessors.Equals(began.Predecessors ?? []))
            ? null
            : Of($"The log is named {identity.Name}, and the ledger's head says {began.LogName}, or other logs that it goes on from.", began, ["/logName", "/predecessors"]) with { Expected = identity.Name, Found = began.LogName };
    }

    public static LedgerDifference Of(string detail, LedgerHead? head, IReadOnlyList<string>? members = null) =>
        LedgerDifference.OfRow(LedgerPart.Head, head is null ? DifferenceKind.Missing : DifferenceKind.Changed, detail, LedgerHead.TheId, head?.Entry) with { Members = members };
}
