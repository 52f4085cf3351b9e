using System.Diagnostics;
using Archive.Domain.Time;
using CsCheck;

namespace Archive.Tests.Time;

public sealed class EdtfRefusalTests
{
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("2023-02-30", 9, "no day 30 in 2023-02; its days are 01 to 28")]
    [InlineData("2023-02-29", 9, "01 to 28")]
    [InlineData("1900-02-29", 9, "01 to 28")]
    [InlineData("2023-04-31", 9, "01 to 30")]
    [InlineData("2023-13", 6, "no month 13")]
    [InlineData("2023-00", 6, "no month 00")]
    [InlineData("2023-20-01", 6, "no month 20")]
    [InlineData("2023-42", 6, "no month 42")]
    [InlineData("2023-2X", 6, "No month is like 2X")]
    [InlineData("2023-01-00", 9, "no day 00")]
    [InlineData("2023-01-32", 9, "no day 32")]
    [InlineData("2023-01-4X", 9, "No day is like 4X")]
    [InlineData("2023-02-3X", 9, "no day 3X in 2023-02")]
    [InlineData("XXXX-02-30", 9, "lengths of months")]
    [InlineData("19X1-02-29", 9, "leap years")]
    [InlineData("2001-21-05", 8, "21 is a season")]
    [InlineData("-0000", 2, "0000")]
    [InlineData("85", 1, "85XX")]
    [InlineData("198", 1, "198X")]
    [InlineData("19850412", 1, "1985-04-12")]
    [InlineData("17000", 1, "Y17000")]
    [InlineData("1985-4-12", 6, "two digits")]
    [InlineData("1985-", 6, "two digits")]
    [InlineData("1985-04-12-", 11, "ends with its day")]
    [InlineData("2004?~", 6, "written %")]
    [InlineData("2004-06-(01)~", 9, "without brackets")]
    [InlineData("156u", 4, "X")]
    [InlineData("y17000", 1, "write Y")]
    [InlineData("1985\u201304", 5, "U+002D")]
    [InlineData("[1667, 1668]", 7, "no spaces")]
    [InlineData("\u0661\u0669\u0668\u0665", 1, "not a character of EDTF")]
    [InlineData("1985\0", 5, "U+0000")]
    public void A_date_that_is_none_is_refused_where_it_goes_wrong(string edtf, int position, string words) => ExpectRefusal(edtf, position, words);

    [Theory]
    [InlineData("1985-04-12T25:00:00", 12, "no hour 25")]
    [InlineData("1985-04-12T24:00:00", 12, "next day")]
    [InlineData("1985-04-12T23:60:00Z", 15, "no minute 60")]
    [InlineData("1985-04-12T23:59:60Z", 18, "leap second")]
    [InlineData("1985-04-12T23:20:30+19:00", 20, "no offset +19:00")]
    [InlineData("1985-04-12T23:20:30+02:60", 20, "no offset")]
    [InlineData("1985-04-12T23:20:30-00:00", 20, "write Z")]
    [InlineData("1985-04-12T23:20", 12, "hh:mm:ss")]
    [InlineData("1985-04-12T23:20:30 Z", 20, "no spaces")]
    [InlineData("1985-04-12T", 12, "hh:mm:ss")]
    [InlineData("1985-04T23:20:30", 8, "complete day")]
    [InlineData("1985-04-12?T23:20:30", 12, "complete day")]
    [InlineData("1985-04-XXT23:20:30", 11, "complete day")]
    [InlineData("1985-02-30T23:20:30", 9, "01 to 28")]
    [InlineData("1985-04-12T23:20:30/1986", 11, "not in an interval")]
    public void A_time_that_is_none_is_refused_where_it_goes_wrong(string edtf, int position, string words) => ExpectRefusal(edtf, position, words);

    [Theory]
    [InlineData("2008/1964", 6, "1964/2008")]
    [InlineData("1985/1984", 6, "1984/1985")]
    [InlineData("2005-02/2004-12-31", 9, "ends before it starts")]
    [InlineData("2004/2005/2006", 10, "one '/'")]
    [InlineData("/", 1, "at least one side")]
    [InlineData("../..", 3, "at least one side")]
    [InlineData("1985/open", 6, "not a character of EDTF")]
    [InlineData("1985/..?", 6, "'..'")]
    [InlineData("1985/2023-13", 11, "no month 13")]
    [InlineData("..1985", 1, "'..'")]
    public void An_interval_that_is_none_is_refused(string edtf, int position, string words) => ExpectRefusal(edtf, position, words);

    [Theory]
    [InlineData("[]", 2, "empty")]
    [InlineData("{}", 2, "empty")]
    [InlineData("[1667", 1, "']'")]
    [InlineData("[1667}", 1, "']'")]
    [InlineData("[1667]?", 7, "Nothing follows")]
    [InlineData("[1667,]", 7, "missing")]
    [InlineData("[,1667]", 2, "missing")]
    [InlineData("[1667,,1668]", 7, "missing")]
    [InlineData("[..]", 2, "alone says nothing")]
    [InlineData("[1667,..1668]", 7, "start of the set")]
    [InlineData("[1667..,1668]", 6, "end of the set")]
    [InlineData("[1672..1670]", 6, "ends before it starts")]
    [InlineData("[1671..1670]", 6, "ends before it starts")]
    [InlineData("[1670..1672-05]", 6, "one precision")]
    [InlineData("[1670..1671..1672]", 12, "'..'")]
    [InlineData("[1667/1668]", 6, "first..last")]
    [InlineData("{1667,2023-02-30}", 15, "01 to 28")]
    [InlineData("{[1667]}", 2, "not expected")]
    public void A_set_that_is_none_is_refused(string edtf, int position, string words) => ExpectRefusal(edtf, position, words);

    [Theory]
    [InlineData("Y", 2, "digits of a year")]
    [InlineData("Y2004", 2, "write 2004")]
    [InlineData("Y-85", 3, "write -0085")]
    [InlineData("Y012345", 2, "start with 0")]
    [InlineData("Y1234567890123456789", 2, "18 digits")]
    [InlineData("Y17E17", 5, "18 digits")]
    [InlineData("Y17E999999999999999999", 5, "18 digits")]
    [InlineData("Y17E", 5, "power of ten")]
    [InlineData("Y17E0", 5, "power of ten")]
    [InlineData("Y17000-05", 7, "stands alone")]
    [InlineData("Y170XX", 5, "all specified")]
    [InlineData("1950S0", 6, "1 to the 4")]
    [InlineData("1950S5", 6, "1 to the 4")]
    [InlineData("1950S", 6, "1 to the 4")]
    [InlineData("19XXS2", 1, "not both")]
    [InlineData("1950-05S2", 8, "stands alone")]
    public void A_year_that_is_none_is_refused(string edtf, int position, string words) => ExpectRefusal(edtf, position, words);

    [Fact]
    public void The_longest_years_are_computed_exactly()
    {
        Dates.Derive("Y999999999999999999").Bounds.Text().ShouldBe("+999999999999999999-01-01/+1000000000000000000-01-01");
        Dates.Derive("Y-999999999999999999").Bounds.Text().ShouldBe("-999999999999999999-01-01/-999999999999999998-01-01");
        Dates.Derive("Y1E17").Bounds.Text().ShouldBe("+100000000000000000-01-01/+100000000000000001-01-01");
    }

    [Fact]
    public void Random_text_is_judged_and_never_fails()
    {
        Gen.OneOf(Gen.String[Gen.Char["0123456789-+:/.,[]{}?~%XYESTZ"], 0, 40], Gen.String[0, 300], Gen.String[Gen.Char["0129-X./,{}[]?"], 0, 24])
            .Sample(text => Edtf.Check(text).Valid == (Edtf.Check(text).Error is null), iter: 20_000);
    }

    [Theory]
    [InlineData("XXXX-XX-X1,", "[{0}XXXX-XX-X1]")]
    [InlineData("19XX-XX-X1,", "[{0}XXXX-XX-X1]")]
    [InlineData("XXXX-24,", "{{{0}1984}}")]
    [InlineData("X1X1-02-X9,", "{{{0}1984}}")]
    [InlineData("0000..9999,", "{{{0}1984}}")]
    [InlineData("[", "{0}")]
    [InlineData("-", "{0}")]
    [InlineData("1985/", "{0}")]
    [InlineData("Y9E9", "{0}")]
    public void Hostile_input_costs_little_and_means_few_intervals(string part, string frame)
    {
        var text = string.Format(frame, string.Concat(Enumerable.Repeat(part, (Edtf.MaxLength - 20) / part.Length)));
        Edtf.Check(text);
        var watch = Stopwatch.StartNew();
        var report = Edtf.Check(text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (report.Bounds?.Intervals.Count ?? 0).ShouldBeLessThanOrEqualTo(1200);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        Edtf.Check(new string('1', 257)).Error!.Position.ShouldBe(257);
        Edtf.Check(new string('[', 10_000_000)).Valid.ShouldBeFalse();
    }

    private static void ExpectRefusal(string edtf, int position, string words)
    {
        var report = Edtf.Check(edtf);
        report.Valid.ShouldBeFalse();
        report.Error!.Message.ShouldContain(words);
        report.Error.ShouldBe(new DateError("edtf", position, report.Error.Message));
        (report.Level, report.Bounds).ShouldBe((null, null));
        Dates.Refuse(edtf).ShouldBe(report.Error);
    }
}
