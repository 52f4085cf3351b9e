using Archive.Domain.Time;

namespace Archive.Tests.Time;

/// <summary>Every example of the Library of Congress specification of 4 February 2019, with its level and what it means in UTC.</summary>
public sealed class EdtfSpecificationTests
{
    [Theory]
    [InlineData("1985-04-12", "1985-04-12/1985-04-13")]
    [InlineData("1985-04", "1985-04-01/1985-05-01")]
    [InlineData("1985", "1985-01-01/1986-01-01")]
    [InlineData("1985-04-12T23:20:30", "1985-04-12T23:20:30/1985-04-12T23:20:31")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12T23:20:30/1985-04-12T23:20:31")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-13T03:20:30/1985-04-13T03:20:31")]
    [InlineData("1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30/1985-04-12T18:50:31")]
    [InlineData("1964/2008", "1964-01-01/2009-01-01")]
    [InlineData("2004-06/2006-08", "2004-06-01/2006-09-01")]
    [InlineData("2004-02-01/2005-02-08", "2004-02-01/2005-02-09")]
    [InlineData("2004-02-01/2005-02", "2004-02-01/2005-03-01")]
    [InlineData("2004-02-01/2005", "2004-02-01/2006-01-01")]
    [InlineData("2005/2006-02", "2005-01-01/2006-03-01")]
    public void Level_0_examples_are_read(string edtf, string bounds) => Expect(edtf, 0, bounds);

    [Theory]
    [InlineData("Y170000002", "+170000002-01-01/+170000003-01-01")]
    [InlineData("Y-170000002", "-170000002-01-01/-170000001-01-01")]
    [InlineData("2001-21", "2001-03-01/2001-07-01 | 2001-09-01/2002-01-01")]
    [InlineData("1984?", "1984-01-01/1985-01-01")]
    [InlineData("2004-06~", "2004-06-01/2004-07-01")]
    [InlineData("2004-06-11%", "2004-06-11/2004-06-12")]
    [InlineData("201X", "2010-01-01/2020-01-01")]
    [InlineData("20XX", "2000-01-01/2100-01-01")]
    [InlineData("2004-XX", "2004-01-01/2005-01-01")]
    [InlineData("1985-04-XX", "1985-04-01/1985-05-01")]
    [InlineData("1985-XX-XX", "1985-01-01/1986-01-01")]
    [InlineData("1985-04-12/..", "1985-04-12/..")]
    [InlineData("1985-04/..", "1985-04-01/..")]
    [InlineData("1985/..", "1985-01-01/..")]
    [InlineData("../1985-04-12", "../1985-04-13")]
    [InlineData("../1985-04", "../1985-05-01")]
    [InlineData("../1985", "../1986-01-01")]
    [InlineData("1985-04-12/", "1985-04-12/..")]
    [InlineData("1985-04/", "1985-04-01/..")]
    [InlineData("1985/", "1985-01-01/..")]
    [InlineData("/1985-04-12", "../1985-04-13")]
    [InlineData("/1985-04", "../1985-05-01")]
    [InlineData("/1985", "../1986-01-01")]
    [InlineData("1984~/2004-06", "1984-01-01/2004-07-01")]
    [InlineData("1984/2004-06~", "1984-01-01/2004-07-01")]
    [InlineData("1984?/2004%", "1984-01-01/2005-01-01")]
    [InlineData("-1985", "-1985-01-01/-1984-01-01")]
    public void Level_1_examples_are_read(string edtf, string bounds) => Expect(edtf, 1, bounds);

    [Theory]
    [InlineData("Y-17E7", "-170000000-01-01/-169999999-01-01")]
    [InlineData("1950S2", "1900-01-01/2000-01-01")]
    [InlineData("Y171010000S3", "+171000000-01-01/+172000000-01-01")]
    [InlineData("Y3388E2S3", "+338000-01-01/+339000-01-01")]
    [InlineData("2001-34", "2001-04-01/2001-07-01")]
    [InlineData("[1667,1668,1670..1672]", "1667-01-01/1669-01-01 | 1670-01-01/1673-01-01")]
    [InlineData("[..1760-12-03]", "../1760-12-04")]
    [InlineData("[1760-12..]", "1760-12-01/..")]
    [InlineData("[1760-01,1760-02,1760-12..]", "1760-01-01/1760-03-01 | 1760-12-01/..")]
    [InlineData("[1667,1760-12]", "1667-01-01/1668-01-01 | 1760-12-01/1761-01-01")]
    [InlineData("[..1984]", "../1985-01-01")]
    [InlineData("{1667,1668,1670..1672}", "1667-01-01/1668-01-01 | 1668-01-01/1669-01-01 | 1670-01-01/1671-01-01 | 1671-01-01/1672-01-01 | 1672-01-01/1673-01-01")]
    [InlineData("{1960,1961-12}", "1960-01-01/1961-01-01 | 1961-12-01/1962-01-01")]
    [InlineData("{..1984}", "../1984-01-01 | 1984-01-01/1985-01-01")]
    [InlineData("2004-06~-11", "2004-06-11/2004-06-12")]
    [InlineData("2004?-06-11", "2004-06-11/2004-06-12")]
    [InlineData("?2004-06-~11", "2004-06-11/2004-06-12")]
    [InlineData("2004-%06-11", "2004-06-11/2004-06-12")]
    [InlineData("1XXX-XX", "1000-01-01/2000-01-01")]
    [InlineData("1984-1X", "1984-10-01/1985-01-01")]
    [InlineData("2004-06-~01/2004-06-~20", "2004-06-01/2004-06-21")]
    [InlineData("2004-06-XX/2004-07-03", "2004-06-01/2004-07-04")]
    public void Level_2_examples_are_read(string edtf, string bounds) => Expect(edtf, 2, bounds);

    [Theory]
    [InlineData("156X-12-25", 10, "1560-12-25", "1569-12-26")]
    [InlineData("15XX-12-25", 100, "1500-12-25", "1599-12-26")]
    [InlineData("1XXX-12", 1000, "1000-12-01", "2000-01-01")]
    [InlineData("XXXX-12-XX", 1, "0000-12-01", "+10000-01-01")]
    public void Unspecified_digits_anywhere_give_one_interval_for_each_reading(string edtf, int intervals, string earliest, string latest)
    {
        var report = Edtf.Check(edtf);
        report.Level.ShouldBe(2);
        report.Bounds!.Intervals.Count.ShouldBe(intervals);
        report.Bounds.Hull.Earliest.ToString().ShouldBe($"{earliest}T00:00:00.000000Z");
        report.Bounds.Hull.Latest.ToString().ShouldBe($"{latest}T00:00:00.000000Z");
    }

    [Theory]
    [InlineData("1984", false, false)]
    [InlineData("1984?", true, false)]
    [InlineData("2004-06~-11", false, true)]
    [InlineData("2004-%06-11", true, true)]
    [InlineData("?2004-06-~11", true, true)]
    [InlineData("1984?/2004~", true, true)]
    [InlineData("[1667?,1668]", true, false)]
    [InlineData("1950S2~", false, true)]
    [InlineData("2001-21?", true, false)]
    [InlineData("Y-170000002%", true, true)]
    public void Marks_are_flags(string edtf, bool uncertain, bool approximate)
    {
        var report = Edtf.Check(edtf);
        report.Valid.ShouldBeTrue(report.Error?.Message);
        (report.Uncertain, report.Approximate).ShouldBe((uncertain, approximate));
        report.Bounds.ShouldBe(Edtf.Check(new string([.. edtf.Where(c => !"?~%".Contains(c))])).Bounds);
    }

    [Theory]
    [InlineData("0000", 0)]
    [InlineData("9999-12-31", 0)]
    [InlineData("2016-02-2X", 2)]
    [InlineData("1XXX", 2)]
    [InlineData("19X5", 2)]
    [InlineData("201X-05", 2)]
    [InlineData("1985-XX-25", 2)]
    [InlineData("-1985-04-12", 1)]
    [InlineData("-1985-04-12T23:20:30Z", 1)]
    [InlineData("2001-24~", 1)]
    [InlineData("2001-25", 2)]
    [InlineData("Y20000/Y20001", 1)]
    [InlineData("2004?-06~", 2)]
    [InlineData("~1984", 2)]
    [InlineData("../1985S2", 2)]
    public void The_level_is_the_highest_that_a_part_needs(string edtf, int level) => Edtf.Check(edtf).Level.ShouldBe(level);

    private static void Expect(string edtf, int level, string bounds)
    {
        var report = Edtf.Check(edtf);
        report.Valid.ShouldBeTrue(report.Error?.Message);
        report.Level.ShouldBe(level);
        report.Bounds!.Text().ShouldBe(bounds);
    }
}
