using System.Text.Json;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;
using Npgsql;

namespace Archive.LogErasures;

/// <summary>Finds entries in the ledger, and says which may be erased.</summary>
internal sealed class ErasableEntries(NpgsqlDataSource database, Generations generations, ReadModels readModels)
{
    /// <summary>What they say decides who may do, see or erase something: without it somebody could.</summary>
    private static readonly Type[] Kept = [typeof(IGovernanceEvent), typeof(ContentErased), typeof(ActorRoleSet), typeof(IKeyEvent)];

    /// <summary>Whether an event of a stored name is never erased from the log.</summary>
    public static bool IsKept(string name) => EventCatalogue.FindType(name) is { } type && Array.Exists(Kept, kept => type.IsAssignableTo(kept));

    /// <summary>The entries, in the order of their numbers.</summary>
    /// <exception cref="LogRefusedException"><c>entry-unknown</c>, or why one of them is kept.</exception>
    public async Task<IReadOnlyCollection<LedgerEntry>> FindAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(numbers, cancellationToken);
        var missing = numbers.Except(found.Select(entry => entry.Id)).Order().ToArray();
        if (missing.Length > 0)
            throw Refused("entry-unknown", $"The ledger has no entry {string.Join(", ", missing)}. 'archive history' tells the entries of a record or claim. Nothing was erased.");
        if (found.Find(entry => IsKept(entry.Type)) is { } decides)
            throw Refused("entry-kept", $"Entry {decides.Id} is a {decides.Type}: what it says decides who may do or see something, or what is held, and stays. Leave it out. Nothing was erased.");
        return found;
    }

    /// <summary>Holds count, whoever may see what they are on.</summary>
    private static readonly Asker SeesAll = new(null, Role.Administrator);

    /// <summary>Makes sure that nothing holds the streams of some entries, as of the last entry.</summary>
    /// <exception cref="LogRefusedException"><c>under-hold</c>.</exception>
    public async Task RequireNotHeldAsync(IEnumerable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var streams = entries.Select(entry => entry.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var outcome = await readModels.AskAsync<List<HoldInForce>>(
            AsOf.Latest,
            SeesAll,
            async snapshot =>
            {
                var found = new List<HoldInForce>();
                foreach (var stream in streams)
                    found.AddRange(await HeldThings.FindAsync(snapshot, stream, null));
                return new Outcome<List<HoldInForce>>.Ok(found);
            },
            cancellationToken);
        if (outcome is Outcome<List<HoldInForce>>.Ok { Value: [var held, ..] })
            throw Refused("under-hold", $"{held.Subject} is under hold {held.Hold.Number}: nothing of it, and nothing that it rests on, is erased until the hold is lifted. Nothing was erased.");
    }

    /// <summary>Whether the read models that answer were made from the words of one of them.</summary>
    public async Task<bool> HaveWordsAsync(IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken) =>
        (await ReadAsync(entries.Select(entry => entry.Id).ToArray(), cancellationToken)).Any(entry => entry.Erased is null);

    public async Task<int> FindGenerationAsync(CancellationToken cancellationToken) => (await generations.FindCurrentAsync(cancellationToken)).Number;

    private static LogRefusedException Refused(string code, string message) => new(new Refusal(code, message));

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
