using Npgsql;

namespace Archive.Projection;

/// <summary>Writes documents of one kind in sets: as one statement of a batch, or by COPY.</summary>
internal sealed class RowTable<TRow>(string name, params IReadOnlyList<RowColumn<TRow>> columns)
{
    private readonly string _columns = string.Join(", ", columns.Select(column => column.Name));
    private readonly string _arrays = string.Join(", ", columns.Select((column, i) => $"${i + 1}::{column.SqlType}[]"));

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
