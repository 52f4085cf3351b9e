using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>The tree's tiles, as an audit compares them.</summary>
internal static class TileComparison
{
    /// <summary>Asks for tiles; a row may have grown since by what comes after them.</summary>
    public static void Compare(BatchComparison comparison, GenerationStore generation, IReadOnlyList<Tile> tiles)
    {
        if (tiles.Count == 0)
            return;
        comparison.Ask(
            new NpgsqlBatchCommand(
                $"""
                select asked.place - 1, kept.hashes is null, octet_length(kept.hashes) from unnest($1, $2, $3) with ordinality as asked (level, index, hashes, place)
                left join {generation.Tiles} as kept on kept.level = asked.level and kept.index = asked.index
                where substr(kept.hashes, 1, octet_length(asked.hashes)) is distinct from asked.hashes
                order by asked.place limit 1
                """)
            {
                Parameters =
                {
                    new() { Value = tiles.Select(tile => (short)tile.Address.Level).ToArray() },
                    new() { Value = tiles.Select(tile => tile.Address.Index).ToArray() },
                    new() { Value = tiles.Select(tile => tile.Hashes.ToArray()).ToArray() },
                },
            },
            row => Named(tiles[(int)row.GetInt64(0)].Address, row.GetBoolean(1), row.IsDBNull(2) ? 0 : row.GetInt32(2)));
    }

    /// <summary>Asks for the first row that is no tile of the tree of a size, or has not its width.</summary>
    public static void CompareAll(BatchComparison comparison, GenerationStore generation, long size)
    {
        comparison.Ask(
            new NpgsqlBatchCommand(
                $"""
                select level, index from {generation.Tiles}
                where level not between 0 and {TileAddress.MaxLevel} or index < 0
                    or octet_length(hashes) is distinct from {Sha256Digest.Length} * least({TileAddress.FullWidth}, ($1::bigint >> ({TileAddress.Height} * level)) - index * {TileAddress.FullWidth})
                order by level, index limit 1
                """) { Parameters = { new() { Value = size } } },
            row =>
            {
                var name = $"tile/{row.GetInt16(0)}/{row.GetInt64(1)}";
                return LedgerDifference.OfRow(LedgerPart.Tile, DifferenceKind.Unexpected, $"The tree of {size} entries has no tile {name} of this width.", name, size);
            });
        var count = CountIn(size);
        comparison.Ask(
            new NpgsqlBatchCommand($"select count(*) from {generation.Tiles}"),
            row => row.GetInt64(0) == count
                ? null
                : LedgerDifference.OfRow(LedgerPart.Tile, row.GetInt64(0) < count ? DifferenceKind.Missing : DifferenceKind.Unexpected, $"The tree of {size} entries has {count} tiles, and {row.GetInt64(0)} are there.", "tile", size) with
                {
                    Expected = $"{count}",
                    Found = $"{row.GetInt64(0)}",
                });
    }

    /// <summary>How many tiles the tree of a size has.</summary>
    public static long CountIn(long size) => Enumerable.Range(0, TileAddress.MaxLevel + 1).Sum(level => CountOf(size >> (level * TileAddress.Height)));

    private static long CountOf(long hashes) => (hashes + TileAddress.FullWidth - 1) >> TileAddress.Height;

    private static LedgerDifference Named(TileAddress address, bool isMissing, int length)
    {
        var last = (((address.Index << TileAddress.Height) + address.Width) << (address.Level * TileAddress.Height));
        var difference = LedgerDifference.OfRow(LedgerPart.Tile, isMissing ? DifferenceKind.Missing : DifferenceKind.Changed, $"The tile {address} is not there.", address.ToPath(), last);
        return isMissing
            ? difference
            : difference with { Detail = $"The tile {address} has not the hashes of the entries up to {last}.", Expected = $"{address.Width * Sha256Digest.Length} bytes of hashes", Found = $"{length} bytes, or others" };
    }
}
