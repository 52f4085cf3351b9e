namespace Archive.Domain.Time;

/// <summary>A date without time of day, at any precision.</summary>
internal abstract record EdtfDate(int Level, Qualification Qualification, DatePrecision Precision) : EdtfExpression(Level, Qualification)
{
    /// <summary>The local time that the date can mean.</summary>
    public required Stretches Meaning { get; init; }

    /// <summary>
    /// The number of the year, the month (12 times the year and the month from 0) or the day, where the date is exactly one of these.
    /// </summary>
    public virtual Int128? Ordinal => null;
}
