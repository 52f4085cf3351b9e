using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Publications;

/// <summary>Reads the few tiles of a published log that a proof needs: a tree of any size needs fewer than 64.</summary>
internal static class PublishedTiles
{
    /// <exception cref="PublishedLogAwayException">One is not there, or cannot be read.</exception>
    /// <exception cref="PublicationRefusedException"><c>published-tile-wrong</c>: one has another length.</exception>
    public static async Task<TileSet> ReadAsync(IPublishedLog log, long size, IEnumerable<TreeRange> ranges, CancellationToken cancellationToken)
    {
        var tiles = new List<Tile>();
        foreach (var address in TileSet.NeededFor(size, ranges))
            tiles.Add(await ReadAsync(log, address, cancellationToken));
        return new TileSet(size, tiles);
    }

    private static async Task<Tile> ReadAsync(IPublishedLog log, TileAddress address, CancellationToken cancellationToken)
    {
        const int Full = TileAddress.FullWidth * Sha256Digest.Length;
        var length = address.Width * Sha256Digest.Length;
        var whole = address with { Width = TileAddress.FullWidth };
        if (await log.FindAsync(address.ToPath(), Full, cancellationToken) is { } exact)
            return exact.Length == length ? new Tile(address, exact) : throw Wrong(address, exact.Length, length);
        // A log may take a partial tile away once the full one is there.
        if (!address.IsFull && await log.FindAsync(whole.ToPath(), Full, cancellationToken) is { } full)
            return full.Length == Full ? new Tile(address, full[..length]) : throw Wrong(whole, full.Length, Full);
        throw new PublishedLogAwayException($"The published log has no file {address.ToPath()}, which a tree of its checkpoint's size has: nothing can be proved until it is there.");
    }

    private static PublicationRefusedException Wrong(TileAddress address, int length, int expected) => new(
        "published-tile-wrong", $"The published file {address.ToPath()} has {length} bytes, not {expected}: it is no tile of the signed tree. Tell whoever publishes the log; what was seen before stands.");
}
