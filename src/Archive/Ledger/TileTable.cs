using Archive.Domain.Ledger.Trees;
using Archive.Projection;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Ledger;

/// <summary>The tiles of a generation's tree, a row each. One that is not full is overwritten as it grows; its first hashes stay.</summary>
internal static class TileTable
{
    /// <summary>Hashes do not compress, and no plan depends on them.</summary>
    public static string Create(GenerationStore generation) =>
        $"""
        create table {generation.Tiles} (level smallint not null, index bigint not null, hashes bytea not null, primary key (level, index));
        alter table {generation.Tiles} alter column hashes set storage external, alter column hashes set statistics 0;
        """;

    /// <summary>Answers <see cref="Read"/>: tiles of the levels <c>$1</c> and the indexes <c>$2</c>.</summary>
    public static string Select(GenerationStore generation) =>
        $"select tile.level, tile.index, tile.hashes from {generation.Tiles} tile join unnest($1, $2) as asked (level, index) on tile.level = asked.level and tile.index = asked.index";

    public static (int Level, long Index, byte[] Hashes) Read(NpgsqlDataReader row) => (row.GetInt16(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));

    public static NpgsqlBatchCommand Write(GenerationStore generation, IReadOnlyList<Tile> tiles) => new(
        $"""
        insert into {generation.Tiles} (level, index, hashes) select * from unnest($1, $2, $3)
        on conflict (level, index) do update set hashes = excluded.hashes
        """)
    {
        Parameters =
        {
            new() { Value = tiles.Select(tile => (short)tile.Address.Level).ToArray() },
            new() { Value = tiles.Select(tile => tile.Address.Index).ToArray() },
            new() { Value = tiles.Select(tile => tile.Hashes.ToArray()).ToArray() },
        },
    };

    public static async Task CopyAsync(NpgsqlConnection connection, GenerationStore generation, IReadOnlyList<Tile> tiles, CancellationToken cancellationToken)
    {
        if (tiles.Count == 0)
            return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {generation.Tiles} (level, index, hashes) from stdin (format binary)", cancellationToken);
        foreach (var tile in tiles)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync((short)tile.Address.Level, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(tile.Address.Index, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(tile.Hashes, NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>Rows as the tiles that were asked for, which may have grown since.</summary>
    /// <exception cref="TreeAlteredException">One is missing or too short.</exception>
    public static IReadOnlyList<Tile> Match(IReadOnlyList<TileAddress> asked, IEnumerable<(int Level, long Index, byte[] Hashes)> rows)
    {
        var found = rows.ToDictionary(row => (row.Level, row.Index), row => row.Hashes);
        return asked.Select(address =>
            found.TryGetValue((address.Level, address.Index), out var hashes) && hashes.Length >= address.Width * Domain.Ledger.Sha256Digest.Length
                ? new Tile(address, hashes.AsMemory(0, address.Width * Domain.Ledger.Sha256Digest.Length))
                : throw new TreeAlteredException($"The tile {address} is not there, or too short.")).ToArray();
    }
}
