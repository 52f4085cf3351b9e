using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>
/// What can be compared only at the end, in one database snapshot: that nothing stands in the tables that no event made, that what was left open is open, and the tree's right edge.
/// Every row that an entry makes was found by its id, so that where their number is right there is no other.
/// </summary>
internal sealed class WholeComparison(NpgsqlDataSource database, GenerationStore generation, AuditedKeys keys)
{
    private const string NoEntry = "no entry made it";

    public async Task<LedgerDifference?> FindAsync(LedgerAuditState state, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var now = (await LedgerHeads.ReadAsync(connection, generation, cancellationToken)).Entry;
        var comparison = new BatchComparison();
        var upTo = state.Head.Entry;
        comparison.Ask(
            new NpgsqlBatchCommand($"select min(id) from {generation.Heads} where id <> '{LedgerHead.TheId}' having count(*) > 0"),
            row => LedgerDifference.OfRow(LedgerPart.Head, DifferenceKind.Unexpected, $"There is another head, {row.GetString(0)}: {NoEntry}.", row.GetString(0)));
        comparison.Ask(
            new NpgsqlBatchCommand($"(select id from {generation.Entries} where id < 1 limit 1) union all (select id from {generation.Entries} where id > $1 order by id limit 1)") { Parameters = { new() { Value = now } } },
            row => LedgerDifference.OfRow(LedgerPart.Entry, DifferenceKind.Unexpected, $"The read models have an entry {row.GetInt64(0)}, and the ledger ends with entry {now}.", $"{row.GetInt64(0)}", row.GetInt64(0)));
        Count(comparison, LedgerPart.Entry, generation.Entries, "id", upTo, upTo, $"select id::text, id from {generation.Entries} where id <= $1 group by id having count(*) > 1 limit 1");
        Count(
            comparison,
            LedgerPart.Reference,
            generation.References,
            "first_entry",
            upTo,
            state.References,
            $"""
            select id, first_entry from {generation.References} as reference where first_entry <= $1 and (id <> from_stream || ' ' || to_stream or not exists (
                select from {generation.Entries} as entry where entry.id = reference.first_entry and entry.data -> 'refs' ? reference.to_stream
                    and (entry.stream = reference.from_stream or starts_with(entry.stream, 'claim/' || substr(reference.from_stream, 8) || '/')))) limit 1
            """);
        Beyond(comparison, LedgerPart.Reference, generation.References, "first_entry", now);
        foreach (var (table, prefix) in new VersionComparisons(generation, state).All.Select(kind => (kind.Table, kind.Prefix)))
        {
            var kind = state.Of(prefix);
            Beyond(comparison, LedgerPart.Version, table, "from_entry", now);
            Count(
                comparison,
                LedgerPart.Version,
                table,
                "from_entry",
                upTo,
                kind.Made,
                $"""
                select id, from_entry from {table} as version where from_entry <= $1 and (id <> stream || '@' || from_entry or not starts_with(stream, '{prefix}')
                    or not exists (select from {generation.Entries} as entry where entry.id = version.from_entry and entry.stream = version.stream)) limit 1
                """);
            Open(comparison, table, upTo, kind.Begun);
        }

        TileComparison.Compare(comparison, generation, [.. state.Edge.Select(tile => tile.ToTile())]);
        TileComparison.CompareAll(comparison, generation, now);
        comparison.Ask(
            new NpgsqlBatchCommand($"select log, size from {LedgerTables.Checkpoints} where size > $1 or log <> all($2) limit 1") { Parameters = { new() { Value = now }, new() { Value = keys.Logs.ToArray() } } },
            row => new LedgerDifference(
                LedgerPart.Checkpoint,
                DifferenceKind.Unexpected,
                $"A checkpoint of entry {row.GetInt64(1)} of the log {row.GetString(0)} is kept, and the ledger of {keys.Logs[^1]} ends with entry {now}: entries are gone, or it is none of this ledger's.",
                LedgerDifference.AskWitnesses,
                row.GetInt64(1),
                Document: $"{row.GetInt64(1)}"));
        comparison.Ask(
            new NpgsqlBatchCommand(
                $"""
                with kept as (select log, count(*) as rows, min(number) as first, max(number) as last from {LedgerTables.Checkpoints} group by log)
                select log, coalesce(checkpoints, 0), coalesce(rows, 0), (
                    select number from generate_series(1, coalesce(checkpoints, 0)) as number
                    where not exists (select from {LedgerTables.Checkpoints} as checkpoint where checkpoint.log = counted.log and checkpoint.number = number.number) limit 1)
                from (select * from {LedgerTables.Counts} full join kept using (log)) as counted
                where rows is distinct from checkpoints or first <> 1 or last <> checkpoints limit 1
                """),
            row => new LedgerDifference(
                LedgerPart.Checkpoint,
                row.GetInt64(2) < row.GetInt64(1) ? DifferenceKind.Missing : row.GetInt64(2) > row.GetInt64(1) ? DifferenceKind.Unexpected : DifferenceKind.Changed,
                $"{row.GetInt64(1)} checkpoints of the log {row.GetString(0)} were kept, and {row.GetInt64(2)} are there{(row.IsDBNull(3) ? "" : $"; number {row.GetInt64(3)} is not")}.",
                LedgerDifference.AskWitnesses,
                Document: row.IsDBNull(3) ? null : $"{row.GetInt64(3)}") with
            {
                Expected = $"{row.GetInt64(1)} checkpoints",
                Found = $"{row.GetInt64(2)}",
            });
        return await comparison.RunAsync(connection, cancellationToken);
    }

    /// <summary>Compares the number of rows, and names one too many by <paramref name="extra"/>, which is asked only where there is one.</summary>
    private static void Count(BatchComparison comparison, LedgerPart part, string table, string column, long upTo, long expected, string extra) => comparison.Ask(
        new NpgsqlBatchCommand(
            $"""
            with counted as materialized (select count(*) as rows from {table} where {column} <= $1)
            select counted.rows, extra.id, extra.entry from counted left join lateral ({extra}) as extra (id, entry) on counted.rows > $2 where counted.rows <> $2
            """)
        { Parameters = { new() { Value = upTo }, new() { Value = expected } } },
        row =>
        {
            var (rows, name) = (row.GetInt64(0), row.IsDBNull(1) ? table : row.GetString(1));
            var difference = LedgerDifference.OfRow(part, rows > expected ? DifferenceKind.Unexpected : DifferenceKind.Missing, "", name, row.IsDBNull(2) ? null : row.GetInt64(2));
            return difference with
            {
                Detail = rows > expected ? $"{table} has rows that no entry made{(row.IsDBNull(1) ? "" : $"; one is {name}")}." : $"{table} has fewer rows than entries made.",
                Expected = $"{expected} rows",
                Found = $"{rows} rows",
            };
        });

    private static void Beyond(BatchComparison comparison, LedgerPart part, string table, string column, long now) => comparison.Ask(
        new NpgsqlBatchCommand($"select id, {column} from {table} where {column} > $1 limit 1") { Parameters = { new() { Value = now } } },
        row => LedgerDifference.OfRow(
            part, DifferenceKind.Unexpected, $"The row {row.GetString(0)} is of entry {row.GetInt64(1)}, and the ledger ends with entry {now}.", row.GetString(0), row.GetInt64(1)));

    /// <summary>Every closing was compared; what is left is open, or was closed since.</summary>
    private static void Open(BatchComparison comparison, string table, long upTo, long begun)
    {
        comparison.Ask(
            new NpgsqlBatchCommand(
                $"""
                with counted as materialized (select count(*) as rows from {table} where from_entry <= $1 and to_entry > $1)
                select counted.rows, closed.id, closed.from_entry, closed.to_entry from counted left join lateral (
                    select id, from_entry, to_entry from {table} as version where from_entry <= $1 and to_entry <= $1
                        and not exists (select from {table} as next where next.stream = version.stream and next.from_entry = version.to_entry) limit 1) as closed on true
                where counted.rows <> $2
                """)
            { Parameters = { new() { Value = upTo }, new() { Value = begun } } },
            row => LedgerDifference.OfRow(
                LedgerPart.Version,
                DifferenceKind.Changed,
                $"{begun} documents of {table} hold at entry {upTo}, and {row.GetInt64(0)} say so{(row.IsDBNull(1) ? "" : $"; {row.GetString(1)} says that it ended with {row.GetInt64(3)}, which replaced nothing")}.",
                row.IsDBNull(1) ? table : row.GetString(1),
                row.IsDBNull(2) ? null : row.GetInt64(2)) with
            {
                Members = ["to_entry"],
                Expected = $"{begun} that hold",
                Found = $"{row.GetInt64(0)}",
            });
        comparison.Ask(
            new NpgsqlBatchCommand(
                $"""
                select id, from_entry, to_entry from {table} as version where from_entry <= $1 and to_entry > $1 and to_entry < {IVersion.Open}
                    and not exists (select from {table} as next where next.stream = version.stream and next.from_entry = version.to_entry) limit 1
                """)
            { Parameters = { new() { Value = upTo } } },
            row => LedgerDifference.OfRow(
                LedgerPart.Version, DifferenceKind.Changed, $"The document {row.GetString(0)} says that entry {row.GetInt64(2)} replaced it, which made none.", row.GetString(0), row.GetInt64(1)) with
            {
                Members = ["to_entry"],
                Found = $"{row.GetInt64(2)}",
            });
        comparison.AskAll(
            new NpgsqlBatchCommand($"select id, from_entry, to_entry, node from {table} where from_entry <= $1 and to_entry > $1 and to_entry < {IVersion.Open}") { Parameters = { new() { Value = upTo } } },
            row =>
            {
                if (EntryTree.NodeOf(row.GetInt64(1), row.GetInt64(2)) != row.GetInt64(3))
                    comparison.Add(LedgerDifference.OfRow(LedgerPart.Version, DifferenceKind.Changed, $"The document {row.GetString(0)} is filed under another node than its entries'.", row.GetString(0), row.GetInt64(1)) with { Members = ["node"] });
            });
    }
}
