using System.Data;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.Snapshots;

/// <summary>
/// One database snapshot in which the pointer to the generation, its head and its documents are read together, so that an answer is of one
/// moment whatever goes on meanwhile.
/// </summary>
internal sealed class ReadSession : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private ReadSession(NpgsqlConnection connection, NpgsqlTransaction transaction, GenerationStore generation, LedgerHead head)
    {
        _connection = connection;
        _transaction = transaction;
        Generation = generation;
        Head = head;
    }

    public GenerationStore Generation { get; }

    public LedgerHead Head { get; }

    public static async Task<ReadSession> OpenAsync(NpgsqlDataSource database, Generations generations, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            // The generation that answered last time most probably still does: pointer and head then cost one round trip.
            if (generations.Last is { } expected && await OpenAsync(connection, expected, cancellationToken) is { } opened)
                return opened;
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var generation = await generations.FindCurrentAsync(connection, cancellationToken);
            return new ReadSession(connection, transaction, generation, await LedgerHeads.ReadAsync(connection, generation, cancellationToken));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Documents of a query that selects <c>data</c> alone.</summary>
    public async Task<List<T>> DocumentsAsync<T>(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var batch = NewBatch();
        var documents = batch.Documents<T>(sql, parameters);
        await batch.ExecuteAsync(cancellationToken);
        return documents;
    }

    /// <summary>Values of a query that selects one column.</summary>
    public Task<List<T>> ValuesAsync<T>(string sql, CancellationToken cancellationToken, params object[] parameters) =>
        RowsAsync(sql, row => row.GetFieldValue<T>(0), cancellationToken, parameters);

    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var batch = NewBatch();
        var rows = batch.Rows(sql, read, parameters);
        await batch.ExecuteAsync(cancellationToken);
        return rows;
    }

    public ReadBatch NewBatch() => new(_connection, _transaction);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <returns>Null where another generation answers by now.</returns>
    private static async Task<ReadSession?> OpenAsync(NpgsqlConnection connection, GenerationStore expected, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        try
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new(Generations.SelectCurrent), new(LedgerHeads.Select(expected)) } };
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken) && reader.GetInt32(0) == expected.Number)
            {
                await reader.NextResultAsync(cancellationToken);
                return new ReadSession(connection, transaction, expected, await LedgerHeads.ReadAsync(reader, expected, cancellationToken));
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // That generation is gone.
        }

        await transaction.DisposeAsync();
        return null;
    }
}
