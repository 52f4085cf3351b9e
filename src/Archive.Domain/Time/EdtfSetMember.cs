namespace Archive.Domain.Time;

/// <summary>A member of a set: one date, or a range of dates of one precision from a first to a last, of which one may be open (null).</summary>
internal sealed record EdtfSetMember(EdtfDate? First, EdtfDate? Last, bool IsRange)
{
    public Qualification Qualification => (First?.Qualification ?? Qualification.None) | (Last?.Qualification ?? Qualification.None);

    /// <summary>All that the member can mean, when it is one of several.</summary>
    public IEnumerable<Stretch> Alternatives => IsRange ? [Hull] : First!.Meaning.Items;

    private Stretch Hull => new(First?.Meaning.Hull.Start, Last?.Meaning.Hull.End);

    /// <summary>
    /// The dates that the member stands for, when it is one of all: each date of a range where these are known and at most
    /// <paramref name="most"/>; of an open range the date that is written and, apart from it, all beyond.
    /// </summary>
    public IEnumerable<Stretch> Parts(int most) => (First, Last) switch
    {
        _ when !IsRange => [Hull],
        (null, { } last) => [new(null, last.Meaning.Hull.Start), last.Meaning.Hull],
        ({ } first, null) => [first.Meaning.Hull, new(first.Meaning.Hull.End, null)],
        ({ Ordinal: { } from } first, { Ordinal: { } to }) when to - from < most => Each(first.Precision, from, to),
        _ => [Hull],
    };

    private static IEnumerable<Stretch> Each(DatePrecision precision, Int128 from, Int128 to)
    {
        for (var ordinal = from; ordinal <= to; ordinal++)
            yield return One(precision, ordinal);
    }

    private static Stretch One(DatePrecision precision, Int128 ordinal)
    {
        if (precision == DatePrecision.Day)
            return Stretch.OfDays(ordinal, ordinal + 1);
        if (precision == DatePrecision.Year)
            return Stretch.OfYears(ordinal, ordinal);
        var (year, month) = GregorianDays.Floor(ordinal, 12);
        return Stretch.OfMonths(year, (int)month + 1, (int)month + 1);
    }
}
