namespace Archive.Domain.Time;

/// <summary>A date of a four-digit year, with or without month and day, any digit of which may be unspecified.</summary>
internal sealed record CalendarDate(int Level, Qualification Qualification, DatePrecision Precision, CalendarPattern Pattern)
    : EdtfDate(Level, Qualification, Precision)
{
    public override Int128? Ordinal
    {
        get
        {
            if (Pattern.HasUnspecified)
                return null;
            var year = Pattern.Negative ? -Pattern.Year.Value : Pattern.Year.Value;
            return (Pattern.Month?.Value, Pattern.Day?.Value) switch
            {
                (null, _) => year,
                ({ } month, null) => year * 12 + month - 1,
                ({ } month, { } day) => GregorianDays.Number(year, month, day),
            };
        }
    }
}
