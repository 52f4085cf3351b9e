using System.Runtime.CompilerServices;
using Archive.Domain;
using Archive.Evidence;
using Npgsql;

namespace Archive.Backups;

/// <summary>The rows of the content store's tables as a backup has them. Read page by page: no transaction stays open for as long as they are written.</summary>
internal sealed class EvidenceRows(NpgsqlDataSource database)
{
    private const int PageSize = 200;

    /// <summary>An order behind the backup's last entry is none of its own.</summary>
    private const string DestructionsSql =
        $"""
        select stream, number, entry, outcome, digests, words, because, carried_out_at, out_of_reach from {ErasureTables.Destructions}
        where entry <= $1 and (stream, number) > ($2, $3) order by stream, number limit $4
        """;

    private const string WordsSql = $"select digest, kind, salt, content, stream, captures, command from {KeptTables.Kept} where digest > $1 order by digest limit $2";

    /// <summary>Nothing of what was destroyed was ever in the files of the database that it is restored into.</summary>
    private const string InsertDestructionSql =
        $"""
        insert into {ErasureTables.Destructions} (stream, number, entry, outcome, digests, words, because, tables, carried_out_at, wiped_at, out_of_reach)
        values ($1, $2, $3, $4, $5, $6, $7, array[]::text[], $8, $8, $9) on conflict do nothing
        """;

    /// <summary>Unconfirmed: what no event of the backup names goes with the next sweep, and what one does is confirmed by it.</summary>
    private const string InsertWordsSql =
        $"insert into {KeptTables.Kept} (digest, kind, salt, content, stream, captures, command, holders) values ($1, $2, $3, $4, $5, $6, $7, 0) on conflict do nothing";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await KeptTables.EnsureAsync(database, cancellationToken);
        await ErasureTables.EnsureAsync(database, cancellationToken);
    }

    public async IAsyncEnumerable<BackedUpDestruction> DestructionsUpToAsync(long entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (stream, number) = ("", 0);
        for (var page = new List<BackedUpDestruction>(); ; page.Clear())
        {
            await using (var command = Command(DestructionsSql, entry, stream, number, PageSize))
            await using (var row = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await row.ReadAsync(cancellationToken))
                {
                    page.Add(new BackedUpDestruction(
                        row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.GetString(3), Texts(row, 4), row.GetInt32(5), Texts(row, 6), row.GetFieldValue<DateTimeOffset>(7), Texts(row, 8)));
                }
            }

            foreach (var there in page)
                yield return there;
            if (page.Count < PageSize)
                yield break;
            (stream, number) = (page[^1].Stream, page[^1].Number);
        }
    }

    public async IAsyncEnumerable<BackedUpWords> WordsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        for (var page = new List<BackedUpWords>(); ; page.Clear())
        {
            await using (var command = Command(WordsSql, after, PageSize))
            await using (var row = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await row.ReadAsync(cancellationToken))
                    page.Add(new BackedUpWords(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3), row.GetString(4), Texts(row, 5), row.GetGuid(6)));
            }

            foreach (var there in page)
                yield return there;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Digest;
        }
    }

    public async Task AddAsync(BackedUpDestruction row, CancellationToken cancellationToken)
    {
        await using var command = Command(
            InsertDestructionSql, row.Stream, row.Number, row.Entry, row.Outcome, row.Digests.ToArray(), row.Words, row.Because.ToArray(), row.CarriedOutAt.ToUniversalTime(), row.OutOfReach.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task AddAsync(BackedUpWords row, CancellationToken cancellationToken)
    {
        await using var command = Command(InsertWordsSql, row.Digest, row.Kind, row.Salt, row.Content, row.Stream, row.Captures.ToArray(), row.Command);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ValueList<string> Texts(NpgsqlDataReader row, int column) => row.GetFieldValue<string[]>(column).ToValueList();

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
