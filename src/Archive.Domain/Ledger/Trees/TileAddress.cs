using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archive.Domain.Ledger.Trees;

/// <summary>
/// A tile of the tree, as C2SP tlog-tiles has them: up to 256 consecutive hashes of one tile level. Hash <c>i</c> of the <c>n</c>-th tile of level <c>l</c> is
/// that of the perfect tree over 256^l leaves from (256 n + i) × 256^l on.
/// </summary>
/// <param name="Level">Tile level: 0 has the leaf hashes, each higher one the roots of full tiles of the one below. At most 7: more leaves have no number.</param>
/// <param name="Index">From 0, along its level.</param>
/// <param name="Width">How many hashes it has, from 1 to 256; fewer than 256 in the last tile of a level.</param>
public readonly record struct TileAddress(int Level, long Index, int Width)
{
    /// <summary>Levels of the tree in one tile.</summary>
    public const int Height = 8;

    /// <summary>Hashes in a full tile.</summary>
    public const int FullWidth = 1 << Height;

    public const int MaxLevel = 7;

    public bool IsFull => Width == FullWidth;

    /// <summary>The tile as it is in a tree of a size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such tile.</exception>
    public static TileAddress In(long size, int level, long index)
    {
        var hashes = size >> (level * Height);
        var width = Math.Min(hashes - (index << Height), FullWidth);
        return level is >= 0 and <= MaxLevel && index >= 0 && width > 0
            ? new TileAddress(level, index, (int)width)
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"A tree of {size} leaves has no tile {index} on level {level}.");
    }

    /// <summary><c>tile/L/N</c> or, where it is not full, <c>tile/L/N.p/W</c>.</summary>
    public string ToPath() => string.Create(CultureInfo.InvariantCulture, $"tile/{Level}/{Rest}");

    /// <summary>The bundle of the entries whose leaf hashes a tile of level 0 has: <c>tile/entries/N</c> or <c>tile/entries/N.p/W</c>.</summary>
    /// <exception cref="InvalidOperationException">Not of level 0.</exception>
    public string ToEntriesPath() => Level == 0 ? $"tile/entries/{Rest}" : throw new InvalidOperationException("Entries stand beside tiles of level 0.");

    private string Rest
    {
        get
        {
            var path = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
                path = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{path}");
            return IsFull ? path : string.Create(CultureInfo.InvariantCulture, $"{path}.p/{Width}");
        }
    }

    /// <summary>Strict: each tile has one path.</summary>
    public static bool TryParsePath([NotNullWhen(true)] string? path, out TileAddress address)
    {
        address = default;
        if (path?.Split('/') is not ["tile", [>= '0' and <= '7'] level, .. var rest] || rest.Length == 0)
            return false;
        var width = FullWidth;
        if (rest is [.. var before, var last, var partial] && last.EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(partial, NumberStyles.None, CultureInfo.InvariantCulture, out width))
                return false;
            rest = [.. before, last[..^2]];
        }

        if (rest.Length > 6 || !rest.Select((part, i) => i == rest.Length - 1 ? part.Length == 3 : part.Length == 4 && part[0] == 'x').All(sound => sound)
            || !long.TryParse(string.Concat(rest.Select(part => part[^3..])), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return false;
        address = new TileAddress(level[0] - '0', index, width);
        return width is >= 1 and <= FullWidth && address.ToPath() == path;
    }

    public override string ToString() => ToPath();
}
