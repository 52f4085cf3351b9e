using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.LogErasures;

/// <summary>Finds entries in the ledger, and says which may be erased.</summary>
internal sealed class ErasableEntries(NpgsqlDataSource database, Generations generations)
{
    /// <summary>The entries, in the order of their numbers.</summary>
    /// <exception cref="LogRefusedException"><c>entry-unknown</c>, or why one of them is kept.</exception>
    public async Task<IReadOnlyCollection<LedgerEntry>> FindAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(numbers, cancellationToken);
        var missing = numbers.Except(found.Select(entry => entry.Id)).Order().ToArray();
        return missing.Length == 0
            ? found
            : throw new LogRefusedException(new Refusal("entry-unknown", $"The ledger has no entry {string.Join(", ", missing)}. 'archive history' tells the entries of a record or claim. Nothing was erased."));
    }

    /// <summary>Whether the read models that answer were made from the words of one of them.</summary>
    public async Task<bool> HaveWordsAsync(IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken) =>
        (await ReadAsync(entries.Select(entry => entry.Id).ToArray(), cancellationToken)).Any(entry => entry.Erased is null);

    public async Task<int> FindGenerationAsync(CancellationToken cancellationToken) => (await generations.FindCurrentAsync(cancellationToken)).Number;

    private async Task<List<LedgerEntry>> ReadAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var generation = await generations.FindCurrentAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand($"select data from {generation.Entries} where id = any($1) order by id", connection) { Parameters = { new() { Value = numbers.ToArray() } } };
        var found = new List<LedgerEntry>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(JsonSerializer.Deserialize<LedgerEntry>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!);
        return found;
    }
}
