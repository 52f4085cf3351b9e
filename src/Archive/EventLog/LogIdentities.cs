using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// The table <c>archive_log.identity</c>: one row, which says what log this is, and whether a restore into it was begun and not finished.
/// </summary>
internal sealed class LogIdentities(NpgsqlDataSource database)
{
    /// <summary>Makes the table, its row, and the columns that former versions did not have.</summary>
    public const string EnsureSql =
        $"""
        create table if not exists {MartenLogStore.Schema}.identity (
            single boolean primary key default true check (single), log_id uuid not null default gen_random_uuid(), log_name text not null default '');
        alter table {MartenLogStore.Schema}.identity add column if not exists predecessors jsonb not null default '[]';
        alter table {MartenLogStore.Schema}.identity add column if not exists restoring text;
        insert into {MartenLogStore.Schema}.identity default values on conflict do nothing;
        """;

    /// <summary>Whether the table has the columns of this version.</summary>
    public const string IsPresentSql =
        $"select exists (select from pg_attribute where attrelid = to_regclass('{MartenLogStore.Schema}.identity') and attname = 'restoring' and not attisdropped)";

    public async Task<LogIdentity> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select log_id, log_name, predecessors from {MartenLogStore.Schema}.identity");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new LogIdentity(reader.GetGuid(0), reader.GetString(1), JsonSerializer.Deserialize<ValueList<LogPredecessor>>(reader.GetString(2), ArchiveJson.Options)!)
            : throw new InvalidOperationException($"The table {MartenLogStore.Schema}.identity is empty: this is not a whole archive. Restore it from a backup.");
    }

    /// <summary>Digest of the backup that a restore was begun of and not finished, or null.</summary>
    public async Task<string?> FindRestoringAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select restoring from {MartenLogStore.Schema}.identity");
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Gives the log its identity and marks it as not whole, in one transaction.</summary>
    public async Task BeginRestoreAsync(LogIdentity identity, string backup, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"update {MartenLogStore.Schema}.identity set log_id = $1, log_name = $2, predecessors = $3::jsonb, restoring = $4");
        command.Parameters.Add(new() { Value = identity.Id });
        command.Parameters.Add(new() { Value = identity.Name });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(identity.Predecessors, ArchiveJson.Options) });
        command.Parameters.Add(new() { Value = backup });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The log is whole.</summary>
    public async Task EndRestoreAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update {MartenLogStore.Schema}.identity set restoring = null");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
