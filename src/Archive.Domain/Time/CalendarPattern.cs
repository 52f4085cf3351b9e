namespace Archive.Domain.Time;

/// <summary>
/// Year, month and day with unspecified digits, and what calendar days match. At most 10,000 years are looked at, and where the days would make
/// more than <see cref="Stretches.Limit"/> stretches, whole months, years or the whole range stand for them: wider, never narrower.
/// </summary>
internal sealed record CalendarPattern(bool Negative, DigitPattern Year, DigitPattern? Month, DigitPattern? Day)
{
    public bool HasUnspecified => Year.HasUnspecified || Month is { HasUnspecified: true } || Day is { HasUnspecified: true };

    /// <summary>The local time of all matching days, or null when no day matches.</summary>
    public Stretches? Meaning()
    {
        var day = Day is { IsWhollyUnspecified: true } ? null : Day;
        var month = day is null && Month is { IsWhollyUnspecified: true } ? null : Month;
        var years = Years();
        if (month is not { } monthPattern)
            return years.Count == 0 ? null : Stretches.Of(years.Select(y => Stretch.OfYears(y, y)));

        var months = monthPattern.Among(1, 12).ToList();
        IEnumerable<Stretch> InYear(int year) => months.SelectMany(m => InMonth(year, m, day));
        if (!years.SelectMany(InYear).Any())
            return null;
        return Few(years.SelectMany(InYear), exact: true)
            ?? (years.Count * months.Count > Stretches.Limit ? null : Few(years.SelectMany(y => months.SelectMany(m => Hull(InMonth(y, m, day)))), exact: false))
            ?? (years.Count > Stretches.Limit ? null : Few(years.SelectMany(y => Hull(InYear(y))), exact: false))
            ?? new([new(years.SelectMany(InYear).First().Start, years.Reverse().SelectMany(y => Hull(InYear(y))).First().End)], Exact: false);
    }

    /// <summary>The years that match, ascending.</summary>
    public IReadOnlyList<int> Years()
    {
        var years = Year.Among(0, 10_000);
        return Negative ? [.. years.Where(y => y > 0).Reverse().Select(y => -y)] : [.. years];
    }

    /// <summary>Why no year has such a month, or null.</summary>
    public string? MonthProblem()
    {
        if (Month is not { } month || month.Among(1, 12).Any())
            return null;
        return month.HasUnspecified
            ? $"No month is like {month.Text}; months are 01 to 12, and the code of a season has all its digits."
            : $"There is no month {month.Text}; months are 01 to 12, seasons and other parts of a year 21 to 41.";
    }

    /// <summary>Why no such month has such a day, or null; leap years of an unspecified year are not looked at.</summary>
    public string? DayProblem()
    {
        if (Day is not { } day)
            return null;
        if (!day.Among(1, 31).Any())
            return day.HasUnspecified ? $"No day is like {day.Text}; days are 01 to 31." : $"There is no day {day.Text}; days are 01 to 31.";
        if (Year.HasUnspecified || Month is not { HasUnspecified: false } month)
            return null;
        var days = GregorianDays.DaysInMonth(Year.Value, month.Value);
        if (day.Among(1, days).Any())
            return null;
        return $"There is no day {day.Text} in {(Negative ? "-" : "")}{Year.Text}-{month.Text}; its days are 01 to {days}.";
    }

    private static Stretches? Few(IEnumerable<Stretch> ascending, bool exact)
    {
        var merged = new List<Stretch>();
        foreach (var next in ascending)
        {
            if (merged.Count > 0 && merged[^1].End == next.Start)
                merged[^1] = merged[^1] with { End = next.End };
            else if (merged.Count == Stretches.Limit)
                return null;
            else
                merged.Add(next);
        }

        return new(merged, exact);
    }

    private static IEnumerable<Stretch> Hull(IEnumerable<Stretch> ascending)
    {
        Stretch? hull = null;
        foreach (var next in ascending)
            hull = new(hull is { } before ? before.Start : next.Start, next.End);
        if (hull is { } whole)
            yield return whole;
    }

    private static IEnumerable<Stretch> InMonth(int year, int month, DigitPattern? day)
    {
        if (day is not { } pattern)
        {
            yield return Stretch.OfMonths(year, month, month);
            yield break;
        }

        var firstOfMonth = GregorianDays.Number(year, month, 1);
        foreach (var d in pattern.Among(1, GregorianDays.DaysInMonth(year, month)))
            yield return Stretch.OfDays(firstOfMonth + d - 1, firstOfMonth + d);
    }
}
