using System.Security.Cryptography;
using System.Text;
using Archive.Projection;

namespace Archive.IntegrationTests.Laws;

/// <summary>Everything that a generation holds but its head, row by row: two that are equal answer every question alike.</summary>
internal static class ReadModelDump
{
    public static async Task<string> OfAsync(TestArchive archive, int generation, int least = 20)
    {
        var rows = await RowsAsync(archive, generation);
        rows.Count.ShouldBeGreaterThan(least);
        return string.Join('\n', rows);
    }

    /// <summary>SHA-256 of the same, where it is too long to be shown.</summary>
    public static async Task<string> DigestAsync(TestArchive archive, int generation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in await RowsAsync(archive, generation))
            digest.AppendData(Encoding.UTF8.GetBytes(row + '\n'));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static async Task<List<string>> RowsAsync(TestArchive archive, int generation)
    {
        using var store = new GenerationStore(archive.Database, generation);
        var rows = new List<string>();
        var documents = (string[])[store.RecordVersions, store.AuthorityVersions, store.SourceVersions, store.ClaimVersions, store.ActorVersions, store.KeyVersions, store.Entries, store.References];
        foreach (var (table, sql) in documents.Select(table => (table, $"select id::text || data::text from {table} order by id"))
            .Append((store.Tiles, $"select concat_ws('/', level, index, encode(hashes, 'hex')) from {store.Tiles} order by level, index")))
        {
            await using var command = archive.Database.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table[(table.IndexOf('.') + 1)..] + reader.GetString(0));
        }

        return rows;
    }
}
