using System.Collections.Concurrent;
using Npgsql;

namespace Archive.Projection;

/// <summary>The generations of read models, and which of them answers.</summary>
internal sealed class Generations(NpgsqlDataSource database) : IDisposable
{
    private readonly ConcurrentDictionary<int, GenerationStore> _stores = new();

    public GenerationStore Get(int number) => _stores.GetOrAdd(number, n => new GenerationStore(database, n));

    /// <summary>The generation that answers, as the connection's transaction sees it.</summary>
    public async Task<GenerationStore> FindCurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number from archive.current_generation", connection);
        return Get((int)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    public async Task<GenerationStore> FindCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await FindCurrentAsync(connection, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var store in _stores.Values)
            store.Dispose();
    }
}
