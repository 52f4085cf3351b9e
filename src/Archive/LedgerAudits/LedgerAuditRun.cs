using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>One audit: projects the log anew from the first event, or from where a former run was, and compares instead of writing.</summary>
internal sealed class LedgerAuditRun(IEventLog log, NpgsqlDataSource database, Generations generations, IServiceScopeFactory scopes, ProjectionVersion version)
{
    /// <param name="asked">What was asked.</param>
    /// <param name="file">Where to keep how far it is; null for nowhere.</param>
    /// <param name="cancellationToken">Interrupts it: another run goes on.</param>
    /// <exception cref="ProjectionStoppedException">It is not this build, or not this log, that can be audited now.</exception>
    public async Task<LedgerAudit> RunAsync(AuditLedger asked, LedgerAuditFile? file, CancellationToken cancellationToken)
    {
        var generation = await generations.FindCurrentAsync(cancellationToken);
        var (head, unreadable) = await ReadHeadAsync(generation, cancellationToken);
        if (head is null)
            return new LedgerAudit(new Moment("", 0, null, Final: false), null, null, 0, 0, 0, 0, 0, HeadComparison.Of(unreadable!, null));
        version.Require(head.ProjectionVersion);
        if (await HeadComparison.FindNameAsync(log, head, cancellationToken) is { } renamed)
            return new LedgerAudit(new Moment(head.LogName, head.Entry, head.RecordedAt, Final: true), null, null, 0, 0, 0, 0, 0, renamed);
        var (trusted, broughtAlong) = (asked.Trusted, asked.Brought);
        var (keys, difference) = await AuditedKeys.ReadAsync(database, head, trusted, broughtAlong, cancellationToken);
        ValueList<string> trusts = [.. trusted.Select(key => key.ToString()), .. broughtAlong.Select(brought => brought.Note.ToString())];
        var begun = file?.Read();
        var isResumed = begun is not null && begun.Generation == generation.Number && begun.Began.LogId == head.LogId && begun.Began.Entry <= head.Entry && begun.Head.Entry <= begun.Began.Entry
            && begun.Trusts.Equals(trusts);
        var state = isResumed ? begun! : LedgerAuditState.Begin(generation.Number, head, trusts);
        var last = state;
        difference ??= WrongOf(keys, state.Began);
        if (difference is null)
            (last, difference) = await CompareAsync(generation, state, keys, file, asked, cancellationToken);
        difference ??= await HeadComparison.FindAsync(log, state.Began, last.Head, cancellationToken);
        difference ??= await new WholeComparison(database, generation, keys).FindAsync(last, cancellationToken);
        file?.Delete();
        return new LedgerAudit(
            new Moment(state.Began.LogNameAt(state.Began.Entry), state.Began.Entry, state.Began.RecordedAt, Final: true),
            difference is null ? last.Head.Root : null,
            isResumed ? state.Head.Entry : null,
            last.Head.Entry,
            last.Kinds.Values.Sum(kind => kind.Made),
            last.References,
            TileComparison.CountIn(last.Head.Entry),
            last.Checkpoints,
            difference);
    }

    /// <summary>What whoever audits brought along must be of this log, signed, and not of more entries than there are.</summary>
    private static LedgerDifference? WrongOf(AuditedKeys keys, LedgerHead began)
    {
        foreach (var (checkpoint, note) in keys.Brought)
        {
            var problem = !keys.Logs.Contains(checkpoint.Origin, StringComparer.Ordinal) ? $"It is of the log {checkpoint.Origin}."
                : !note.TryVerify(keys.Trusted, out _, out var wrong) ? wrong
                : checkpoint.Size > began.Entry ? $"The ledger ends with entry {began.Entry}: entries that were signed are gone."
                : null;
            if (problem is not null)
                return new LedgerDifference(LedgerPart.Checkpoint, DifferenceKind.Changed, $"The checkpoint of entry {checkpoint.Size} that you gave does not hold. {problem}", LedgerDifference.AskWitnesses, checkpoint.Size);
        }

        return null;
    }

    private async Task<(LedgerHead? Head, string? Unreadable)> ReadHeadAsync(GenerationStore generation, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select data::text from {generation.Heads} where id = '{LedgerHead.TheId}'");
        try
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is not string text)
                return (null, "The ledger has no head.");
            var head = JsonSerializer.Deserialize<LedgerHead>(text, ArchiveJson.Options)!;
            return DocumentDifference.MembersOf(JsonSerializer.Serialize(head, ArchiveJson.Options), text) is { Count: > 0 } members
                ? (null, $"The ledger's head has not the members that it should: {string.Join(", ", members)}.")
                : (head, null);
        }
        catch (JsonException e)
        {
            return (null, $"The ledger's head cannot be read: {e.Message}");
        }
    }

    private async Task<(LedgerAuditState State, LedgerDifference? Difference)> CompareAsync(
        GenerationStore generation, LedgerAuditState from, AuditedKeys keys, LedgerAuditFile? file, AuditLedger asked, CancellationToken cancellationToken)
    {
        var (last, total) = (from, from.Began.Entry);
        var audited = new LogUpTo(log, total - from.Head.Entry);
        await using var target = new ComparingTarget(database, generation, audited, asked.Batch, from, keys, async (state, cancelled) =>
        {
            last = state;
            asked.Progress?.Report(new LedgerAuditProgress(state.Head.Entry, total));
            if (file is not null)
                await file.NoteAsync(state, cancelled);
        });
        var projector = new Projector(audited, target, scopes, version);
        var cause = new EntryCause(log, database, generation);
        try
        {
            await projector.StartAsync(cancellationToken);
            while (target.Found is null && projector.Head.Entry < total && await projector.ProjectNextAsync(cancellationToken) > 0)
            {
            }

            var found = await target.SettleAsync();
            last = found is null ? target.ToState() : last;
            if (found is null && projector.Head.Entry < total)
                found = await OfEndAsync(cause, generation, from.Began, projector.Head.Entry + 1, cancellationToken);
            return (last, await NamedAsync(cause, target, found, cancellationToken));
        }
        catch (ProjectionStoppedException stopped) when (!stopped.LeavesToOthers)
        {
            var found = await target.SettleAsync();
            found = found is null ? await OfStopAsync(cause, projector.Head, stopped, cancellationToken) : await NamedAsync(cause, target, found, cancellationToken);
            return (last, found);
        }
        catch (Exception e) when (e is not ProjectionStoppedException && file is not null && last.Head.Entry > from.Head.Entry)
        {
            // Whether somebody stopped it or the database went away: it goes on from here.
            await file.WriteAsync(last, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Where an entry differs, whether it was the log that was changed.</summary>
    private static async Task<LedgerDifference?> NamedAsync(EntryCause cause, ComparingTarget target, LedgerDifference? found, CancellationToken cancellationToken) =>
        found is { Part: LedgerPart.Entry, Entry: { } entry } && target.NumberedOf(entry) is { } numbered ? await cause.FindAsync(entry, numbered, null, cancellationToken) ?? found : found;

    private async Task<LedgerDifference?> OfEndAsync(EntryCause cause, GenerationStore generation, LedgerHead began, long entry, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select exists (select from {generation.Entries} where id = $1)");
        command.Parameters.Add(new() { Value = entry });
        return await command.ExecuteScalarAsync(cancellationToken) is true
            ? await cause.FindAsync(entry, null, null, cancellationToken)
            : HeadComparison.Of($"The ledger's head is at entry {began.Entry}; the log and the entries end with {entry - 1}.", began, ["/entry"]) with { Expected = $"{entry - 1}", Found = $"{began.Entry}" };
    }

    /// <summary>What stands behind the last entry that was folded cannot be, or what stood there before is not there any more.</summary>
    private async Task<LedgerDifference> OfStopAsync(EntryCause cause, LedgerHead head, ProjectionStoppedException stopped, CancellationToken cancellationToken)
    {
        if (stopped.Code != "event-unprojectable")
            return new LedgerDifference(LedgerPart.Log, DifferenceKind.Changed, stopped.Message, LedgerDifference.RestoreLog, head.Entry == 0 ? null : head.Entry, head.EventId);
        var (numbered, unreadable) = ((LedgerEntry?)null, (string?)null);
        try
        {
            if (await log.ReadAfterAsync(head.ReadUpTo, 1, cancellationToken) is [var logged])
                numbered = LedgerNumbering.Number(head.Entry, head.RecordedAt, logged);
        }
        catch (UnreadableEventException e)
        {
            unreadable = e.Message;
        }

        return await cause.FindAsync(head.Entry + 1, numbered, unreadable, cancellationToken)
            ?? new LedgerDifference(LedgerPart.Event, DifferenceKind.Unreadable, stopped.Message, LedgerDifference.RestoreLog, head.Entry + 1, numbered?.EventId, numbered?.Stream);
    }
}
