using System.Runtime.CompilerServices;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// The content store in the database of the read models. Chunks go in by COPY and the row that names them last, in one transaction, so that
/// half a content is never visible and never outlives a crash.
/// </summary>
internal sealed class PostgresContentStore(NpgsqlDataSource database) : IContentStore
{
    private const int PageSize = 1_000;

    /// <summary>Nothing is acknowledged before it is durable, whatever the server's default.</summary>
    private const string BeginSql =
        $"""
        select set_config('synchronous_commit', case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, true),
            nextval('{ContentTables.Numbers}')
        """;

    private const string NameSql = $"insert into {ContentTables.Contents} (digest, number, length) values ($1, $2, $3) on conflict do nothing";

    /// <summary>Waits for whoever is putting or taking the same bytes. Takes no key lock: what holds a content in place by <c>for key share</c> does not wait.</summary>
    private const string LockSql = $"select number from {ContentTables.Contents} where digest = $1 for no key update";

    private const string ReplaceSql = $"update {ContentTables.Contents} set number = $2, length = $3, used_at = clock_timestamp() where digest = $1";

    private const string DropSql = $"delete from {ContentTables.Chunks} where content = $1";

    /// <summary>Where it had to wait for whoever was putting the same bytes, it looks at the row again as that one left it.</summary>
    private const string DeleteSql = $"delete from {ContentTables.Contents} where digest = $1 and used_at <= clock_timestamp() - $2 returning number";

    public Task PrepareAsync(CancellationToken cancellationToken) => ContentTables.EnsureAsync(database, cancellationToken);

    public async Task<StoredContent?> PutAsync(Stream bytes, long limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var number = await BeginAsync(connection, cancellationToken);
        if (await ChunkCopy.WriteAsync(connection, number, bytes, limit, cancellationToken) is not { } stored)
            return null;
        while (await ExecuteAsync(connection, NameSql, cancellationToken, stored.Digest, number, stored.Length) == 0)
        {
            await using var found = Command(connection, LockSql, stored.Digest);
            // Gone between the two: the name is free again.
            if (await found.ExecuteScalarAsync(cancellationToken) is not long former)
                continue;
            await ExecuteAsync(connection, ReplaceSql, cancellationToken, stored.Digest, number, stored.Length);
            await ExecuteAsync(connection, DropSql, cancellationToken, former);
            break;
        }

        await transaction.CommitAsync(cancellationToken);
        return stored;
    }

    public Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken) => ChunkStream.OpenAsync(database, digest, cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> FindLengthsAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        if (digests.Count == 0)
            return lengths;
        await using var command = database.CreateCommand($"select digest, length from {ContentTables.Contents} where digest = any($1)");
        command.Parameters.Add(new() { Value = digests.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            lengths[reader.GetString(0)] = reader.GetInt64(1);
        return lengths;
    }

    /// <summary>Two statements, because the first one's view of the chunks is older than the row that it may have waited for.</summary>
    public async Task<bool> DeleteAsync(string digest, TimeSpan unusedFor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await BeginAsync(connection, cancellationToken);
        await using var delete = Command(connection, DeleteSql, digest, unusedFor);
        if (await delete.ExecuteScalarAsync(cancellationToken) is not long number)
            return false;
        await ExecuteAsync(connection, DropSql, cancellationToken, number);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Page by page, so that no transaction stays open for as long as somebody works on what is listed.</summary>
    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        for (var page = new List<StoredContent>(); ; page.Clear())
        {
            await using (var command = database.CreateCommand($"select digest, length from {ContentTables.Contents} where digest > $1 order by digest limit {PageSize}"))
            {
                command.Parameters.Add(new() { Value = after });
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    page.Add(new StoredContent(reader.GetString(0), reader.GetInt64(1)));
            }

            foreach (var content in page)
                yield return content;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Digest;
        }
    }

    private static async Task<long> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, BeginSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt64(1);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
