using System.Collections.Concurrent;
using Npgsql;

namespace Archive.Projection;

/// <summary>The generations of read models, and which of them answers.</summary>
internal sealed class Generations(NpgsqlDataSource database) : IDisposable
{
    /// <summary>Statement that answers the number of the generation that answers.</summary>
    public const string SelectCurrent = "select number from archive.current_generation";

    private readonly ConcurrentDictionary<int, GenerationStore> _stores = new();
    private GenerationStore? _last;

    /// <summary>The generation that answered when this process last looked; null where it has not.</summary>
    public GenerationStore? Last => Volatile.Read(ref _last);

    /// <summary>The generation that answers, as the connection's transaction sees it.</summary>
    public async Task<GenerationStore> FindCurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectCurrent, connection);
        var current = _stores.GetOrAdd((int)(await command.ExecuteScalarAsync(cancellationToken))!, number => new GenerationStore(database, number));
        Volatile.Write(ref _last, current);
        return current;
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
