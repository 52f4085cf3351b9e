using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Projection;

/// <summary>
/// A generation that answers while it is projected into. A batch costs two round trips: one for the versions that are not remembered, one that writes
/// everything.
/// </summary>
/// <param name="database">Where it is.</param>
/// <param name="generation">The generation.</param>
/// <param name="largestBatch">How many events make a batch at most; several times as many open versions are remembered.</param>
internal sealed class LivingTarget(NpgsqlDataSource database, GenerationStore generation, int largestBatch = 1_000) : IProjectionTarget
{
    private OpenStreams _open = NewOpenStreams(largestBatch);

    public GenerationStore Generation => generation;

    public int LargestBatch => largestBatch;

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => LedgerHeads.ReadAsync(database, generation, cancellationToken);

    public async Task<GrowingTree> ReadTreeAsync(LedgerHead head, CancellationToken cancellationToken)
    {
        var edge = GrowingTree.EdgeOf(head.Entry);
        await using var command = database.CreateCommand(TileTable.Select(generation));
        command.Parameters.Add(new() { Value = edge.Select(address => (short)address.Level).ToArray() });
        command.Parameters.Add(new() { Value = edge.Select(address => address.Index).ToArray() });
        var rows = new List<(int, long, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(TileTable.Read(reader));
        return new GrowingTree(head.Entry, TileTable.Match(edge, rows));
    }

    public async Task<ProjectionBatch> BeginAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        // A stream that begins in this batch has nothing to load.
        var begun = events.GroupBy(logged => logged.Stream, StringComparer.Ordinal).Where(group => group.First().Revision > 0).Select(group => group.Key).ToArray();
        await using var batch = new NpgsqlBatch();
        var reads = new List<Func<NpgsqlDataReader, Task>>();
        Ask(generation.RecordVersions, StreamName.RecordPrefix, _open.Records);
        Ask(generation.AuthorityVersions, StreamName.AuthorityPrefix, _open.Authorities);
        Ask(generation.SourceVersions, StreamName.SourcePrefix, _open.Sources);
        Ask(generation.ClaimVersions, StreamName.ClaimPrefix, _open.Claims);
        Ask(generation.ActorVersions, StreamName.ActorPrefix, _open.Actors);
        Ask(generation.KeyVersions, StreamName.KeyPrefix, _open.Keys);
        if (reads.Count > 0)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            batch.Connection = connection;
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var read in reads)
            {
                await read(reader);
                await reader.NextResultAsync(cancellationToken);
            }
        }

        return new ProjectionBatch(_open);

        void Ask<TVersion>(string table, string prefix, OpenVersions<TVersion> open)
            where TVersion : class, IVersion
        {
            // Finding one keeps it: what the others load cannot push it out before its event is folded.
            var missing = begun.Where(stream => stream.StartsWith(prefix, StringComparison.Ordinal) && open.Find(stream) is null).ToArray();
            if (missing.Length == 0)
                return;
            batch.BatchCommands.Add(new($"select data from {table} where stream = any($1) and to_entry = {IVersion.Open}") { Parameters = { new() { Value = missing } } });
            reads.Add(async reader =>
            {
                while (await reader.ReadAsync(cancellationToken))
                    open.Put(JsonSerializer.Deserialize<TVersion>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!);
            });
        }
    }

    public bool TryForget()
    {
        _open.Dispose();
        _open = NewOpenStreams(largestBatch);
        return true;
    }

    public async Task FlushAsync(ProjectionBatch batch, LedgerHead moved, CancellationToken cancellationToken)
    {
        var tables = generation.Tables;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var statements = new NpgsqlBatch(connection, transaction);
        var move = HeadRow.Move(generation, moved);
        statements.BatchCommands.Add(move);
        statements.BatchCommands.Add(new($"delete from {generation.Faults}"));
        Add(tables.Entries, batch.Entries);
        if (batch.Tiles.Count > 0)
            statements.BatchCommands.Add(TileTable.Write(generation, batch.Tiles));
        Add(tables.References, batch.References.Made, "on conflict (id) do nothing");
        Write(tables.Records, generation.RecordVersions, batch.Records.Made, batch.Records.Closed);
        Write(tables.Authorities, generation.AuthorityVersions, batch.Authorities.Made, batch.Authorities.Closed);
        Write(tables.Sources, generation.SourceVersions, batch.Sources.Made, batch.Sources.Closed);
        Write(tables.Claims, generation.ClaimVersions, batch.Claims.Made, batch.Claims.Closed);
        Write(tables.Actors, generation.ActorVersions, batch.Actors.Made, batch.Actors.Closed);
        Write(tables.Keys, generation.KeyVersions, batch.Keys.Made, batch.Keys.Closed);
        await statements.ExecuteNonQueryAsync(cancellationToken);
        HeadRow.RequireMoved(move);
        await transaction.CommitAsync(cancellationToken);
        moved.Revision++;

        void Add<TRow>(RowTable<TRow> table, IReadOnlyList<TRow> rows, string or = "")
        {
            if (rows.Count > 0)
                statements.BatchCommands.Add(table.Insert(rows, or));
        }

        void Write<TVersion>(RowTable<TVersion> table, string name, IReadOnlyList<TVersion> made, IReadOnlyList<TVersion> closed)
            where TVersion : IVersion
        {
            if (closed.Count > 0)
                statements.BatchCommands.Add(Close(name, closed));
            Add(table, made);
        }
    }

    public async Task NoteAsync(LedgerHead moved, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var move = HeadRow.Move(generation, moved);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { move } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        HeadRow.RequireMoved(move);
        moved.Revision++;
    }

    public ValueTask DisposeAsync()
    {
        _open.Dispose();
        return ValueTask.CompletedTask;
    }

    private static OpenStreams NewOpenStreams(int largestBatch) => new(half: 4 * largestBatch, spills: false);

    private static NpgsqlBatchCommand Close<TVersion>(string table, IReadOnlyList<TVersion> closed)
        where TVersion : IVersion => new(
        $"""
        update {table} as version
        set to_entry = closed.to_entry, node = closed.node, data = jsonb_set(data, '{"{toEntry}"}', to_jsonb(closed.to_entry))
        from unnest($1, $2, $3) as closed (id, to_entry, node) where version.id = closed.id
        """)
    {
        Parameters =
        {
            new() { Value = closed.Select(version => version.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
            new() { Value = closed.Select(version => version.ToEntry).ToArray() },
            new() { Value = closed.Select(version => version.Node).ToArray() },
        },
    };
}
