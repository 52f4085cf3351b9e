using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace Archive.Domain.Time;

/// <summary>
/// An instant that bounds a historical date: UTC, in microseconds since 1970-01-01T00:00:00Z, proleptic Gregorian, for years of up to 19 digits.
/// Written as ISO 8601 with six fractional digits; years outside 0000 to 9999 are expanded with a sign (<c>-0044-03-15T00:00:00.000000Z</c>,
/// <c>+170000002-01-01T00:00:00.000000Z</c>). An instant has one written form and no other is read.
/// </summary>
[JsonConverter(typeof(BoundInstantConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct BoundInstant(Int128 Microseconds) : IComparable<BoundInstant>
{
    /// <summary>The first instant of PostgreSQL's <c>timestamptz</c>, 4714-11-24 BC, which is the year -4713.</summary>
    private static readonly BoundInstant PostgresFirst = new(GregorianDays.Number(-4713, 11, 24) * GregorianDays.MicrosecondsPerDay);

    private static readonly BoundInstant NodaEnd = new(GregorianDays.Number(10_000, 1, 1) * GregorianDays.MicrosecondsPerDay);

    public static bool operator <(BoundInstant left, BoundInstant right) => left.Microseconds < right.Microseconds;

    public static bool operator >(BoundInstant left, BoundInstant right) => left.Microseconds > right.Microseconds;

    public static bool operator <=(BoundInstant left, BoundInstant right) => left.Microseconds <= right.Microseconds;

    public static bool operator >=(BoundInstant left, BoundInstant right) => left.Microseconds >= right.Microseconds;

    /// <summary>The bound of an instant, whose nanoseconds below a microsecond are cut off.</summary>
    public static BoundInstant FromInstant(Instant instant)
    {
        var span = instant - NodaConstants.UnixEpoch;
        return new(GregorianDays.Floor(span.ToInt128Nanoseconds(), 1000).Quotient);
    }

    /// <summary>Reads the one written form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BoundInstant instant)
    {
        instant = default;
        const int TailLength = 23;
        if (text is null || text.Length is < TailLength + 4 or > TailLength + 20)
            return false;
        var tail = text.AsSpan(text.Length - TailLength);
        if (!long.TryParse(text.AsSpan(0, text.Length - TailLength), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)
            || !DateTime.TryParseExact(
                string.Concat("2000", tail), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return false;
        }

        var day = GregorianDays.Number(year, time.Month, time.Day);
        instant = new(day * GregorianDays.MicrosecondsPerDay + time.TimeOfDay.Ticks / TimeSpan.TicksPerMicrosecond);
        return string.Equals(instant.ToString(), text, StringComparison.Ordinal);
    }

    /// <summary>
    /// The instant as an index in PostgreSQL holds it: <see cref="Instant.MinValue"/> and <see cref="Instant.MaxValue"/> (which are stored
    /// as -infinity and infinity) before 4714-11-24 BC, where PostgreSQL's range ends, and after the year 9999, where NodaTime's does.
    /// </summary>
    public Instant ToIndexedInstant()
    {
        if (this < PostgresFirst)
            return Instant.MinValue;
        if (this >= NodaEnd)
            return Instant.MaxValue;
        return Instant.FromUnixTimeTicks((long)Microseconds * (NodaConstants.TicksPerSecond / GregorianDays.MicrosecondsPerSecond));
    }

    public int CompareTo(BoundInstant other) => Microseconds.CompareTo(other.Microseconds);

    public override string ToString()
    {
        var (dayNumber, time) = GregorianDays.Floor(Microseconds, GregorianDays.MicrosecondsPerDay);
        var (year, month, day) = GregorianDays.Date(dayNumber);
        var sign = year > 9999 ? "+" : "";
        var timeOfDay = new TimeOnly((long)time * TimeSpan.TicksPerMicrosecond);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{year:0000}-{month:00}-{day:00}T{timeOfDay:HH\\:mm\\:ss\\.ffffff}Z");
    }
}
