using System.Globalization;
using System.Text;

namespace Archive.Domain.Time;

/// <summary>
/// Words on the time of day beside an EDTF date. They are kept as written. They narrow the bounds of a single complete day only when they are
/// exactly one <see cref="PartOfDay"/> or an exact <see cref="TimeOfDay"/>; anything else says too little, or more than is known here.
/// </summary>
internal static class ClockWords
{
    private const int MaxLength = 200;

    /// <summary>Why the words are refused, or null.</summary>
    public static DateError? Problem(string clock)
    {
        if (string.IsNullOrWhiteSpace(clock))
            return new("clock", null, "The clock words are empty; leave them out when nothing is known of the time of day.");
        if (clock.Length > MaxLength)
            return new("clock", MaxLength + 1, $"The clock words have more than {MaxLength} characters; put what else is known into the words of the claim.");
        for (var i = 0; i < clock.Length; i++)
        {
            if (char.IsControl(clock[i]))
                return new("clock", i + 1, string.Create(CultureInfo.InvariantCulture, $"U+{(int)clock[i]:X4} is a control character; leave it out."));
            if (!Rune.TryGetRuneAt(clock, i, out var rune))
                return new("clock", i + 1, string.Create(CultureInfo.InvariantCulture, $"U+{(int)clock[i]:X4} is half of a character; leave it out."));
            i += rune.Utf16SequenceLength - 1;
        }

        return TimeOfDay.HasForm(clock) && TimeOfDay.Read(clock) is { Time: null } impossible
            ? new("clock", impossible.At + 1, impossible.Problem)
            : null;
    }

    /// <summary>
    /// The UTC time of a day of a zone that the words leave, or null when they do not narrow it. A time with an offset is taken on that day as
    /// the offset counts days, and, where the zone is not UTC and counts otherwise, also as the zone does, since nobody can say which was meant.
    /// </summary>
    public static IEnumerable<Stretch>? Narrow(string clock, Int128 day, LocalTime zone)
    {
        var dayStart = day * GregorianDays.MicrosecondsPerDay;
        if (!TimeOfDay.HasForm(clock))
            return PartOfDay.Find(clock, dayStart)?.Items.Select(zone.ToUtc);
        if (TimeOfDay.Read(clock).Time is not { } time)
            return null;

        var start = dayStart + time.SecondOfDay * GregorianDays.MicrosecondsPerSecond;
        var local = new Stretch(start, start + time.Seconds * GregorianDays.MicrosecondsPerSecond);
        if (time.OffsetSeconds is not { } offset)
            return [zone.ToUtc(local)];
        var byOffset = Shift(local, -offset * GregorianDays.MicrosecondsPerSecond);
        if (zone.IsUtc)
            return [byOffset];
        var wholeDay = zone.ToUtc(Stretch.OfDays(day, day + 1));
        return new[] { -1, 1 }
            .Select(days => Shift(byOffset, days * GregorianDays.MicrosecondsPerDay))
            .Where(other => other.Start < wholeDay.End && other.End > wholeDay.Start)
            .Append(byOffset);
    }

    private static Stretch Shift(Stretch stretch, Int128 microseconds) => new(stretch.Start + microseconds, stretch.End + microseconds);
}
