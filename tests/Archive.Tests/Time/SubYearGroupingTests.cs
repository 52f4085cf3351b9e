using Archive.Domain.Time;

namespace Archive.Tests.Time;

public sealed class SubYearGroupingTests
{
    private const string March = "2001-03-01/2001-07-01";
    private const string June = "2001-06-01/2001-10-01";
    private const string September = "2001-09-01/2002-01-01";
    private const string FirstWinter = "2000-12-01/2001-04-01";
    private const string SecondWinter = "2001-12-01/2002-04-01";

    [Theory]
    [InlineData(21, 1, March + " | " + September)]
    [InlineData(22, 1, FirstWinter + " | " + June + " | " + SecondWinter)]
    [InlineData(23, 1, March + " | " + September)]
    [InlineData(24, 1, FirstWinter + " | " + June + " | " + SecondWinter)]
    [InlineData(25, 2, March)]
    [InlineData(26, 2, June)]
    [InlineData(27, 2, September)]
    [InlineData(28, 2, FirstWinter + " | " + SecondWinter)]
    [InlineData(29, 2, September)]
    [InlineData(30, 2, FirstWinter + " | " + SecondWinter)]
    [InlineData(31, 2, March)]
    [InlineData(32, 2, June)]
    [InlineData(33, 2, "2001-01-01/2001-04-01")]
    [InlineData(34, 2, "2001-04-01/2001-07-01")]
    [InlineData(35, 2, "2001-07-01/2001-10-01")]
    [InlineData(36, 2, "2001-10-01/2002-01-01")]
    [InlineData(37, 2, "2001-01-01/2001-05-01")]
    [InlineData(38, 2, "2001-05-01/2001-09-01")]
    [InlineData(39, 2, "2001-09-01/2002-01-01")]
    [InlineData(40, 2, "2001-01-01/2001-07-01")]
    [InlineData(41, 2, "2001-07-01/2002-01-01")]
    public void A_grouping_holds_every_reading_of_its_months(int code, int level, string bounds)
    {
        var report = Edtf.Check($"2001-{code}");
        report.Level.ShouldBe(level);
        report.Bounds!.Text().ShouldBe(bounds);
    }

    [Fact]
    public void Seasons_stand_in_intervals_and_sets()
    {
        Dates.Derive("2001-33/2002-36").Bounds.Text().ShouldBe("2001-01-01/2003-01-01");
        Dates.Derive("[2001-33,2001-35]").Bounds.Text().ShouldBe("2001-01-01/2001-04-01 | 2001-07-01/2001-10-01");
        Dates.Derive("200X-33").Bounds.Intervals.Count.ShouldBe(10);
        Dates.Derive("XXXX-28").Bounds.Text().ShouldBe("-0001-12-01/+10000-04-01");
    }
}
