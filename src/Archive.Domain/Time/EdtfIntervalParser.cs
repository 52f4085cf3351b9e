namespace Archive.Domain.Time;

/// <summary>Parses <c>start/end</c>; a side may be open (<c>..</c>) or unknown (empty), but not both.</summary>
internal static class EdtfIntervalParser
{
    public static EdtfInterval? Parse(EdtfReader reader, int slash)
    {
        if (reader.Window(slash + 1).IndexOf("/") is var second and >= 0)
        {
            reader.Fail(second, "An interval has one '/'; write start/end.");
            return null;
        }

        var left = reader.Window(reader.Position, slash);
        var right = reader.Window(slash + 1);
        var leftIsOpen = IsOpen(left);
        var rightIsOpen = IsOpen(right);
        if (leftIsOpen && rightIsOpen)
        {
            reader.Fail(slash, "An interval has a date on at least one side of its '/'.");
            return null;
        }

        var other = $"{right.Rest}/{left.Rest}";
        var start = leftIsOpen ? null : EdtfDateParser.Parse(left);
        var end = reader.Error is not null || rightIsOpen ? null : EdtfDateParser.Parse(right);
        if (reader.Error is not null)
            return null;
        if (start is not null && end is not null && end.Meaning.Hull.End <= start.Meaning.Hull.Start)
        {
            reader.Fail(slash + 1, $"The interval ends before it starts; write the earlier date first: {other}.");
            return null;
        }

        var level = Math.Max(leftIsOpen || rightIsOpen ? 1 : 0, Math.Max(Level(start), Level(end)));
        return new(level, (start?.Qualification ?? Qualification.None) | (end?.Qualification ?? Qualification.None), start, end);
    }

    private static int Level(EdtfDate? side) => side is CalendarDate { Pattern.HasUnspecified: true } ? 2 : side?.Level ?? 0;

    private static bool IsOpen(EdtfReader side) => side.AtEnd || string.Equals(side.Rest, "..", StringComparison.Ordinal);
}
