using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archive.Snapshots;

/// <summary>The moment of the archive's own history that a question is about: recorded time, never the time of the facts. Closed.</summary>
public abstract record AsOf
{
    private AsOf()
    {
    }

    /// <summary>As it stands: the ledger's head at the time of asking.</summary>
    public static readonly AsOf Latest = new Head();

    public sealed record Head : AsOf;

    /// <summary>After the entry of this number, from 1; 0 is before the first.</summary>
    public sealed record Entry(long Number) : AsOf;

    /// <summary>After the last entry recorded at or before this instant.</summary>
    public sealed record Time(DateTimeOffset Instant) : AsOf;

    /// <summary>Reads <c>57</c>, <c>2026-11-24T09:30:00Z</c> or <c>2026-11-24T10:30+01:00</c>; <c>latest</c> is the head.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AsOf? asOf, [NotNullWhen(false)] out string? error)
    {
        asOf = null;
        error = null;
        if (text.Equals("latest", StringComparison.OrdinalIgnoreCase))
        {
            asOf = Latest;
        }
        else if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
                asOf = new Entry(entry);
            else
                error = $"Entry {text} is out of range.";
        }
        else if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            asOf = new Time(instant);
        }
        else
        {
            error = $"'{text}' is neither an entry nor a time: write an entry number such as 57, or a time with its zone such as 2026-11-24T09:30:00Z.";
        }

        return asOf is not null;
    }

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];
}
