using System.Data;
using System.Text.Json;
using Archive.Domain.Events;
using Npgsql;

namespace Archive.Snapshots;

/// <summary>Several questions to the database in one round trip. The lists that it hands out are filled by <see cref="ExecuteAsync"/>.</summary>
internal sealed class ReadBatch(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = new(connection, transaction);
    private readonly List<Action<NpgsqlDataReader>> _readers = [];

    /// <summary>Documents of a query that selects <c>data</c> alone.</summary>
    public List<T> Documents<T>(string sql, params object[] parameters) =>
        Rows(sql, row => JsonSerializer.Deserialize<T>(row.GetFieldValue<byte[]>(0), ArchiveJson.Options)!, parameters);

    /// <param name="sql">The query.</param>
    /// <param name="read">Reads the columns of a row, each once and in their order.</param>
    /// <param name="parameters">Its parameters, <c>$1</c> first.</param>
    public List<T> Rows<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        _batch.BatchCommands.Add(command);
        var rows = new List<T>();
        _readers.Add(row => rows.Add(read(row)));
        return rows;
    }

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var reader = await _batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        foreach (var read in _readers)
        {
            while (await reader.ReadAsync(cancellationToken))
                read(reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();
}
