using System.Collections.Concurrent;
using Archive.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archive.Access;

/// <summary>
/// When each API key was last used: table <c>archive_access.key_use</c> (key, used_at), apart from generations. It is no event, is in no digest, and a
/// rebuild or a restore knows nothing of it. It is exact to a minute.
/// </summary>
internal sealed partial class KeyUses(NpgsqlDataSource database, TimeProvider clock, ILogger<KeyUses> logger)
{
    private const string Table = "archive_access.key_use";

    private static readonly TimeSpan Exact = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);

    /// <summary>Notes that a key is used now; at most once a minute for each, by whichever process.</summary>
    public async Task NoteAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_noted.TryGetValue(key, out var last) && (now - last).Duration() < Exact)
            return;
        try
        {
            await EnsureTableAsync(cancellationToken);
            await using var note = database.CreateCommand(
                $"""
                insert into {Table} as use (key, used_at) values ($1, $2)
                on conflict (key) do update set used_at = excluded.used_at where excluded.used_at >= use.used_at + interval '1 minute'
                """);
            note.Parameters.Add(new() { Value = key });
            note.Parameters.Add(new() { Value = now.UtcDateTime });
            await note.ExecuteNonQueryAsync(cancellationToken);
            _noted[key] = now;
        }
        catch (PostgresException failure)
        {
            // A full disk or a standby that only reads: nobody is kept from asking because it could not be noted.
            LogNotNoted(failure.SqlState, failure.MessageText);
        }
    }

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        if (keys.Count == 0 || !await TableCreation.IsThereAsync(database, Table, cancellationToken))
            return found;
        await using var command = database.CreateCommand($"select key, used_at from {Table} where key = any($1)");
        command.Parameters.Add(new() { Value = keys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found[reader.GetString(0)] = reader.GetFieldValue<DateTimeOffset>(1);
        return found;
    }

    private Task EnsureTableAsync(CancellationToken cancellationToken) => TableCreation.EnsureAsync(
        database,
        Table,
        ["create schema if not exists archive_access", $"create table if not exists {Table} (key text primary key, used_at timestamptz not null)"],
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That a key was used could not be noted ({SqlState}): {Why}")]
    private partial void LogNotNoted(string sqlState, string why);
}
