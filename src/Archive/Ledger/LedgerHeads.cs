using System.Text.Json;
using Archive.Domain.Events;
using Archive.Projection;
using Npgsql;

namespace Archive.Ledger;

/// <summary>Reads the ledger head of a generation.</summary>
internal static class LedgerHeads
{
    public static async Task<LedgerHead> ReadAsync(NpgsqlConnection connection, GenerationStore generation, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select data from {generation.Heads} where id = '{LedgerHead.TheId}'", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is string json
            ? JsonSerializer.Deserialize<LedgerHead>(json, ArchiveJson.Options)!
            : throw new ProjectionStoppedException("head-missing", $"Generation {generation.Number} has no ledger head. Run 'archive rebuild'.", null);
    }
}
