using System.Runtime.CompilerServices;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;
using Npgsql;

namespace Archive.Backups;

/// <summary>The ledger's keys and checkpoints as a backup has them. Read page by page: no transaction stays open for as long as they are written.</summary>
internal sealed class LedgerRows(NpgsqlDataSource database)
{
    private const int PageSize = 1_000;

    private const string CheckpointsSql = $"select note, signed_at, log, size from {LedgerTables.Checkpoints} where size <= $1 and (log, size) > ($2, $3) order by log, size limit $4";

    private const string KeysSql = $"select log, number, verifier, since, made_at, until, retired_at, lost from {LedgerTables.Keys} order by log, number";

    public Task PrepareAsync(CancellationToken cancellationToken) => LedgerTables.EnsureAsync(database, cancellationToken);

    public async IAsyncEnumerable<BackedUpKey> KeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(KeysSql);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new BackedUpKey(
                row.GetString(0),
                row.GetInt32(1),
                row.GetString(2),
                row.GetInt64(3),
                row.GetFieldValue<DateTimeOffset>(4),
                row.IsDBNull(5) ? null : row.GetInt64(5),
                row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
                row.GetBoolean(7));
        }
    }

    /// <summary>One of a larger size is none of the backup's events.</summary>
    public async IAsyncEnumerable<BackedUpCheckpoint> CheckpointsUpToAsync(long entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (log, size) = ("", 0L);
        for (var page = new List<BackedUpCheckpoint>(); ; page.Clear())
        {
            await using (var command = database.CreateCommand(CheckpointsSql))
            {
                foreach (var value in (object[])[entry, log, size, PageSize])
                    command.Parameters.Add(new() { Value = value });
                await using var row = await command.ExecuteReaderAsync(cancellationToken);
                while (await row.ReadAsync(cancellationToken))
                {
                    page.Add(new BackedUpCheckpoint(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1)));
                    (log, size) = (row.GetString(2), row.GetInt64(3));
                }
            }

            foreach (var there in page)
                yield return there;
            if (page.Count < PageSize)
                yield break;
        }
    }

    public async Task AddAsync(BackedUpKey key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"insert into {LedgerTables.Keys} (log, number, verifier, since, made_at, until, retired_at, lost) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing");
        foreach (var value in (object?[])[key.Log, key.Number, key.Key, key.Since, key.MadeAt.ToUniversalTime(), key.Until, key.RetiredAt?.ToUniversalTime(), key.Lost])
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task AddAsync(Checkpoint checkpoint, SignedNote note, DateTimeOffset signedAt, CancellationToken cancellationToken) =>
        CheckpointTable.KeepAsync(database, new KeptCheckpoint(checkpoint, note, signedAt), keys: null, cancellationToken);
}
