using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archive.Sources;

/// <summary>How large a capture may be.</summary>
/// <param name="Bytes">In bytes.</param>
public sealed record CaptureLimit(long Bytes)
{
    /// <summary>100 MB where nothing else is set.</summary>
    public static readonly CaptureLimit Usual = new(100_000_000);

    public const string Variable = "ARCHIVE_CAPTURE_LIMIT";

    /// <summary>A number of bytes, or of kB, MB or GB (thousands, not 1,024): <c>250 MB</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CaptureLimit? limit)
    {
        var number = text.Trim();
        var unit = 1L;
        foreach (var (name, bytes) in ((string, long)[])[("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000)])
        {
            if (!number.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            (number, unit) = (number[..^2].TrimEnd(), bytes);
            break;
        }

        limit = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= long.MaxValue / unit
            ? new CaptureLimit(count * unit)
            : null;
        return limit is not null;
    }
}
