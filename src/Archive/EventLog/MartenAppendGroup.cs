using Marten;
using Marten.Services;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// One transaction of appends. It takes the append lock before the first sequence number is drawn, and holds it until the commit is visible:
/// whatever is visible is therefore complete and in order, and a gap in the numbers stays empty for ever.
/// </summary>
internal sealed class MartenAppendGroup(NpgsqlDataSource database, MartenLogStore log)
{
    /// <summary>Key of the append lock, "ARCHLOG1"; every process that appends must use the same.</summary>
    private const long AppendLock = 0x415243484C4F4731;

    public async Task<AppendResult[]> CommitAsync(IReadOnlyList<PendingAppend> group)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var revisions = await LockAsync(connection, transaction, group);
        var fresh = group.Where(append => revisions.GetValueOrDefault(append.Stream, -1) == append.ExpectedRevision).ToList();
        if (fresh.Count > 0)
            await AppendAsync(transaction, fresh);
        var positions = await FindPositionsAsync(connection, transaction, group);
        await transaction.CommitAsync();
        return group.Select(append => Answer(append, revisions.GetValueOrDefault(append.Stream, -1), positions)).ToArray();
    }

    /// <summary>Takes the append lock, then locks the rows of the streams in the order of their names and reads their revisions.</summary>
    private static async Task<Dictionary<string, long>> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<PendingAppend> group)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                // Nothing is acknowledged before it is durable, whatever the server's default.
                new NpgsqlBatchCommand("select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'"),
                new NpgsqlBatchCommand("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = AppendLock } } },
                new NpgsqlBatchCommand($"select id, version from {MartenLogStore.Schema}.mt_streams where id = any($1) order by id for update")
                {
                    Parameters = { new() { Value = group.Select(append => append.Stream).ToArray() } },
                },
            },
        };
        var revisions = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            revisions[reader.GetString(0)] = reader.GetInt64(1) - 1;
        return revisions;
    }

    private async Task AppendAsync(NpgsqlTransaction transaction, List<PendingAppend> fresh)
    {
        await using var session = log.Store.LightweightSession(SessionOptions.ForTransaction(transaction));
        foreach (var append in fresh)
        {
            var wrapped = append.Events.Select(Wrap).ToArray();
            var action = append.ExpectedRevision < 0
                ? session.Events.StartStream(append.Stream, wrapped)
                : session.Events.Append(append.Stream, append.ExpectedRevision + 1 + wrapped.Length, wrapped);
            // Marten names an event after its class; a restored one has the name that it was stored under.
            foreach (var (made, added) in action.Events.Zip(append.Events))
                made.EventTypeName = added.Type;
        }

        await session.SaveChangesAsync();
    }

    private object Wrap(NewEvent added)
    {
        var wrapped = log.Store.Events.BuildEvent(added.Event);
        wrapped.Id = added.Id;
        wrapped.SetHeader(MartenLogStore.MetadataHeader, added.Metadata);
        return wrapped;
    }

    /// <summary>Where the events of the group stand, now or since an earlier try.</summary>
    private static async Task<Dictionary<Guid, (long Sequence, string Stream, long Revision)>> FindPositionsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<PendingAppend> group)
    {
        await using var command = new NpgsqlCommand(
            $"select id, seq_id, stream_id, version from {MartenLogStore.Schema}.mt_events where id = any($1)", connection, transaction)
        {
            Parameters = { new() { Value = group.SelectMany(append => append.Events).Select(added => added.Id).ToArray() } },
        };
        var positions = new Dictionary<Guid, (long, string, long)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            positions[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3) - 1);
        return positions;
    }

    private static AppendResult Answer(PendingAppend append, long actual, Dictionary<Guid, (long Sequence, string Stream, long Revision)> positions)
    {
        var revision = append.ExpectedRevision;
        LogPosition last = default;
        foreach (var added in append.Events)
        {
            revision++;
            if (!positions.TryGetValue(added.Id, out var found) || found.Stream != append.Stream || found.Revision != revision)
                return new AppendResult.Stale(actual);
            last = new LogPosition(found.Sequence, found.Sequence);
        }

        return new AppendResult.Appended(revision, last);
    }
}
