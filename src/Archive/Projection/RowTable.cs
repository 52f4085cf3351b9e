using Npgsql;

namespace Archive.Projection;

/// <summary>Writes documents of one kind in sets: as one statement of a batch, or by COPY.</summary>
internal sealed class RowTable<TRow>(string name, params IReadOnlyList<RowColumn<TRow>> columns)
{
    private readonly string _columns = string.Join(", ", columns.Select(column => column.Name));
    private readonly string _arrays = string.Join(", ", columns.Select((column, i) => $"${i + 1}::{column.SqlType}[]"));

    public IEnumerable<string> Columns => columns.Select(column => column.Name);

    /// <summary>One INSERT of all rows.</summary>
    /// <param name="rows">At least one row.</param>
    /// <param name="or">What to do where a row is there already; empty for an error.</param>
    public NpgsqlBatchCommand Insert(IReadOnlyList<TRow> rows, string or = "")
    {
        var command = new NpgsqlBatchCommand($"insert into {name} ({_columns}) select * from unnest({_arrays}) {or}");
        foreach (var column in columns)
            command.Parameters.Add(column.ToParameter(rows));
        return command;
    }

    /// <summary>
    /// The first of some rows that the table has not, or has otherwise: its place among them from 0, whether it is missing, and of each of
    /// <see cref="Columns"/> what it should be and what it is, as text.
    /// </summary>
    /// <param name="rows">At least one row.</param>
    /// <param name="expected">SQL of what a column should be, where that is not simply the row's own: over <c>asked</c>, the row, and <c>kept</c>, the table.</param>
    public NpgsqlBatchCommand FindDiffering(IReadOnlyList<TRow> rows, Func<string, string?> expected)
    {
        var pairs = columns.Select(column => (Asked: expected(column.Name) ?? $"asked.{column.Name}", Kept: $"kept.{column.Name}", IsJson: column.SqlType == "jsonb")).ToArray();
        // Documents as text: jsonb takes 1 and 1.0 for equal, and not everything that reads them does.
        var differ = pairs.Select(pair => pair.IsJson ? $"({pair.Kept})::text is distinct from ({pair.Asked})::text" : $"{pair.Kept} is distinct from {pair.Asked}");
        var command = new NpgsqlBatchCommand(
            $"""
            select asked.place - 1, kept.id is null, array[{string.Join(", ", pairs.Select(pair => $"({pair.Asked})::text"))}], array[{string.Join(", ", pairs.Select(pair => $"({pair.Kept})::text"))}]
            from unnest({_arrays}) with ordinality as asked ({_columns}, place) left join {name} as kept on kept.id = asked.id
            where kept.id is null or {string.Join(" or ", differ)}
            order by asked.place limit 1
            """);
        foreach (var column in columns)
            command.Parameters.Add(column.ToParameter(rows));
        return command;
    }

    public async Task CopyAsync(NpgsqlConnection connection, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows is IReadOnlyCollection<TRow> { Count: 0 })
            return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {name} ({_columns}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in columns)
                await column.WriteAsync(copy, row, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
