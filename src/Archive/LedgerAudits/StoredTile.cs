using Archive.Domain.Ledger.Trees;

namespace Archive.LedgerAudits;

/// <summary>A tile of the tree's right edge, as an interrupted audit keeps it.</summary>
internal sealed record StoredTile(int Level, long Index, int Width, byte[] Hashes)
{
    public static StoredTile Of(Tile tile) => new(tile.Address.Level, tile.Address.Index, tile.Address.Width, tile.Hashes.ToArray());

    public Tile ToTile() => new(new TileAddress(Level, Index, Width), Hashes);
}
