namespace Archive.Domain.Time;

/// <summary>One year out of a range: a letter-prefixed year, an exponential year, or a year with significant digits.</summary>
internal sealed record YearRange(int Level, Qualification Qualification, Int128 First, Int128 Last)
    : EdtfDate(Level, Qualification, DatePrecision.Year)
{
    public override Int128? Ordinal => First == Last ? First : null;
}
