using System.Collections.Concurrent;
using Archive.Domain;
using Archive.Domain.Events;
using Npgsql;
using NpgsqlTypes;

namespace Archive.EventLog;

/// <summary>
/// One transaction of appends, in one round trip. It takes the append lock before the first sequence number is drawn, and holds it until the
/// commit is visible: whatever is visible is therefore complete and in order, and a gap in the numbers stays empty for ever. Then it locks the
/// rows of the streams in the order of their names, and moves on those that have the expected revision. The rows are those that Marten writes.
/// </summary>
internal sealed class MartenAppendGroup(NpgsqlDataSource database, MartenLogTables tables) : IAsyncDisposable
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    private readonly string _gate = GateOf(tables);

    private readonly string _revisions = $"select id, version from {tables.Streams} where id = any($1) order by id for update";

    /// <summary>
    /// $1 to $3 and $12 say of each append its stream, how many events that has, how many are added, and whether it fills the log; $4 to $11 are the columns of all events in the order
    /// of the appends. Sequence numbers are drawn in that order. What it returns is the last number of each append that was taken.
    /// </summary>
    private readonly string _append =
        $"""
        with gate as ({GateOf(tables)}),
        asked as (
            select stream, version, added from unnest($1, $2, $3, $12) as asked (stream, version, added, fills)
            where fills = (select filling from gate) and not (select closed from gate)),
        begun as (
            insert into {tables.Streams} (id, version)
            select stream, added from asked where version = 0 on conflict (id) do nothing returning id),
        moved as (
            update {tables.Streams} as known set version = asked.version + asked.added, timestamp = now()
            from asked where known.id = asked.stream and known.version = asked.version and asked.version > 0 returning known.id),
        taken as (select id from begun union all select id from moved),
        added as (
            insert into {tables.Events} (seq_id, id, stream_id, version, type, data, headers, timestamp, mt_dotnet_type)
            select nextval('{tables.Sequence}'), id, stream, version, type, data, headers, appended_at, dotnet_type
            from (
                select * from unnest($4, $5, $6, $7, $8, $9, $10, $11) with ordinality
                    as event (id, stream, version, type, data, headers, appended_at, dotnet_type, place)
                where stream in (select id from taken) order by place) as event
            returning stream_id, seq_id)
        select stream_id, max(seq_id) from added group by stream_id
        """;

    private static readonly Refusal Full = new("log-not-filling", "What was begun to fill this log is over, and it is whole. Nothing was appended.");

    private static readonly ConcurrentDictionary<Type, string> DotNetTypes = new();

    private readonly KeptConnection _connection = new(database);

    public async Task<AppendResult[]> CommitAsync(IReadOnlyList<PendingAppend> group)
    {
        try
        {
            var connection = await _connection.OpenAsync();
            var (open, revisions, taken) = await AppendAsync(connection, group);
            var others = group.Where(append => !taken.ContainsKey(append.Stream)).ToArray();
            var positions = others.Length == 0 ? [] : await FindPositionsAsync(connection, others);
            var shut = Array.TrueForAll(others, append => IsOpen(open, append)) ? null : await WhyShutAsync();
            // A log that was rewritten took the place of the closed one in between: it takes them.
            if (shut is null && Array.Exists(others, append => !append.Fills && !IsOpen(open, append)))
                return await CommitAsync(group);
            shut ??= Full;
            return group.Select(append => taken.TryGetValue(append.Stream, out var last)
                ? new AppendResult.Appended(append.ExpectedRevision + append.Events.Count, new LogPosition(last, last))
                : Answer(append, revisions.GetValueOrDefault(append.Stream, -1), positions, IsOpen(open, append) ? null : shut)).ToArray();
        }
        catch
        {
            await _connection.DropAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>Whether the log was closed, and whether it is being filled. Under the lock: neither can change before the commit.</summary>
    private static string GateOf(MartenLogTables tables) =>
        $"""
        select exists (select from {tables.Streams} where id = '{MartenLogStore.ControlStream}') as closed,
            (select restoring is not null from {tables.Identity} where single) as filling
        """;

    private static bool IsOpen((bool Closed, bool Filling) gate, PendingAppend append) => !gate.Closed && gate.Filling == append.Fills;

    private async Task<Refusal?> WhyShutAsync() => (await new MartenLogControl(database, tables).ReadAsync(CancellationToken.None)).WhyShut();

    private async Task<((bool Closed, bool Filling) Gate, Dictionary<string, long> Revisions, Dictionary<string, long> Taken)> AppendAsync(
        NpgsqlConnection connection, IReadOnlyList<PendingAppend> group)
    {
        var streams = group.Select(append => append.Stream).ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("begin isolation level read committed"),
                new NpgsqlBatchCommand(Lock) { Parameters = { new() { Value = MartenLogStore.AppendLock } } },
                new NpgsqlBatchCommand(_gate),
                new NpgsqlBatchCommand(_revisions) { Parameters = { new() { Value = streams } } },
                AppendCommand(group, streams),
                new NpgsqlBatchCommand("commit"),
            },
        };
        var (revisions, taken) = (new Dictionary<string, long>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var gate = (reader.GetBoolean(0), reader.GetBoolean(1));
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            revisions[reader.GetString(0)] = reader.GetInt64(1) - 1;
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            taken[reader.GetString(0)] = reader.GetInt64(1);
        // Only behind the commit's own answer is anything certain.
        while (await reader.NextResultAsync())
        {
        }

        return (gate, revisions, taken);
    }

    private NpgsqlBatchCommand AppendCommand(IReadOnlyList<PendingAppend> group, string[] streams)
    {
        var events = group.SelectMany(append => append.Events.Select((added, index) => (append.Stream, Version: append.ExpectedRevision + 2 + index, Added: added))).ToArray();
        return new NpgsqlBatchCommand(_append)
        {
            Parameters =
            {
                new() { Value = streams },
                new() { Value = group.Select(append => append.ExpectedRevision + 1).ToArray() },
                new() { Value = group.Select(append => append.Events.Count).ToArray() },
                new() { Value = events.Select(e => e.Added.Id).ToArray() },
                new() { Value = events.Select(e => e.Stream).ToArray() },
                new() { Value = events.Select(e => e.Version).ToArray() },
                new() { Value = events.Select(e => e.Added.Type).ToArray() },
                new() { Value = events.Select(e => e.Added.StoredData).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new() { Value = events.Select(e => e.Added.StoredHeaders).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new() { Value = events.Select(e => e.Added.Metadata.AppendedAt.UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
                new() { Value = events.Select(e => DotNetTypeOf(e.Added)).ToArray() },
                new() { Value = group.Select(append => append.Fills).ToArray() },
            },
        };
    }

    /// <summary>As Marten writes it; nothing here reads it.</summary>
    private static string DotNetTypeOf(NewEvent added) => DotNetTypeOf(EventCatalogue.Types.GetValueOrDefault(added.Type, added.Event.GetType()));

    internal static string DotNetTypeOf(Type happened) => DotNetTypes.GetOrAdd(happened, type => $"{type.FullName}, {type.Assembly.GetName().Name}");

    /// <summary>Where events stand since an earlier try. What is in the log never moves, so that this needs no lock.</summary>
    private async Task<Dictionary<Guid, (long Sequence, string Stream, long Revision)>> FindPositionsAsync(
        NpgsqlConnection connection, IReadOnlyList<PendingAppend> appends)
    {
        await using var command = new NpgsqlCommand(
            $"select id, seq_id, stream_id, version from {tables.Events} where id = any($1)", connection)
        {
            Parameters = { new() { Value = appends.SelectMany(append => append.Events).Select(added => added.Id).ToArray() } },
        };
        var positions = new Dictionary<Guid, (long, string, long)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            positions[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3) - 1);
        return positions;
    }

    private static AppendResult Answer(PendingAppend append, long actual, Dictionary<Guid, (long Sequence, string Stream, long Revision)> positions, Refusal? shut)
    {
        var revision = append.ExpectedRevision;
        LogPosition last = default;
        foreach (var added in append.Events)
        {
            revision++;
            if (!positions.TryGetValue(added.Id, out var found) || found.Stream != append.Stream || found.Revision != revision)
                return shut is null ? new AppendResult.Stale(actual) : new AppendResult.Shut(shut);
            last = new LogPosition(found.Sequence, found.Sequence);
        }

        return new AppendResult.Appended(revision, last);
    }
}
