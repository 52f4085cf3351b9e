using System.Text.Json;
using Archive.Domain.Events;
using Archive.Projection;
using Npgsql;

namespace Archive.Ledger;

/// <summary>Reads the ledger head of a generation.</summary>
internal static class LedgerHeads
{
    /// <summary>Statement that answers <see cref="ReadAsync(NpgsqlDataReader, GenerationStore, CancellationToken)"/>.</summary>
    public static string Select(GenerationStore generation) => $"select data, mt_version::bigint from {generation.Heads} where id = '{LedgerHead.TheId}'";

    public static async Task<LedgerHead> ReadAsync(NpgsqlDataSource database, GenerationStore generation, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, generation, cancellationToken);
    }

    public static async Task<LedgerHead> ReadAsync(NpgsqlConnection connection, GenerationStore generation, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select(generation), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, generation, cancellationToken);
    }

    public static async Task<LedgerHead> ReadAsync(NpgsqlDataReader reader, GenerationStore generation, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
            throw new ProjectionStoppedException("head-missing", $"Generation {generation.Number} has no ledger head. Run 'archive rebuild'.", null);
        var head = JsonSerializer.Deserialize<LedgerHead>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!;
        head.Revision = (int)reader.GetInt64(1);
        return head;
    }
}
