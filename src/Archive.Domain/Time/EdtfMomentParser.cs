namespace Archive.Domain.Time;

/// <summary>Parses <c>date"T"hh:mm:ss</c> with <c>Z</c>, <c>±hh</c>, <c>±hh:mm</c> or nothing after it.</summary>
internal static class EdtfMomentParser
{
    private const int TimeLength = 8;

    public static EdtfMoment? Parse(EdtfReader reader)
    {
        var t = reader.IndexOf("T");
        if (EdtfDateParser.Parse(reader.Window(reader.Position, t)) is not { } date)
            return null;
        if (date is not CalendarDate { Precision: DatePrecision.Day, Ordinal: { } day, Qualification: Qualification.None })
        {
            reader.Fail(t, "Only a complete day, with no X and no ? ~ %, can have a time of day; write the time in the clock words.");
            return null;
        }

        var text = reader.Window(t + 1).Rest;
        if (!TimeOfDay.HasForm(text) || text.Length < TimeLength || text[5] != ':')
        {
            reader.Fail(t + 1, "A time of day is written hh:mm:ss, then Z, ±hh, ±hh:mm or nothing; write what is less exact in the clock words.");
            return null;
        }

        var (time, at, problem) = TimeOfDay.Read(text);
        if (time is not { } read)
        {
            reader.Fail(t + 1 + at, problem);
            return null;
        }

        var start = day * GregorianDays.MicrosecondsPerDay + read.SecondOfDay * GregorianDays.MicrosecondsPerSecond;
        return new(date.Level, new(start, start + GregorianDays.MicrosecondsPerSecond), read.OffsetSeconds);
    }
}
