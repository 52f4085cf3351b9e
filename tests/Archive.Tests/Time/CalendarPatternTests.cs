using Archive.Domain.Time;
using CsCheck;
using NodaTime;

namespace Archive.Tests.Time;

/// <summary>Patterns against a brute-force reading of the calendar by .NET, whose years are moved by cycles of 400.</summary>
public sealed class CalendarPatternTests
{
    private static readonly Gen<string> YearPattern = Mask("1582", "2016", "1900", "0004", "1999").Select(Gen.Bool, (y, negative) => negative && y != "0000" ? "-" + y : y);
    private static readonly Gen<string> MonthPattern = Mask("01", "02", "06", "11", "12");
    private static readonly Gen<string> DayPattern = Mask("01", "09", "10", "28", "29", "30", "31");
    private static readonly Gen<string> Pattern = Gen.OneOf(
        YearPattern,
        Gen.Select(YearPattern, MonthPattern, (y, m) => $"{y}-{m}"),
        Gen.Select(YearPattern, MonthPattern, DayPattern, (y, m, d) => $"{y}-{m}-{d}"));

    [Fact]
    public void Bounds_contain_every_day_that_a_pattern_can_mean_and_exact_ones_no_other()
    {
        Pattern.Sample(
            pattern =>
            {
                var matching = DaysLike(pattern).ToList();
                var report = Edtf.Check(pattern);
                report.Valid.ShouldBe(matching.Count > 0, pattern);
                if (!report.Valid)
                    return;

                var intervals = report.Bounds!.Intervals;
                var next = 0;
                foreach (var day in matching)
                {
                    while (intervals[next].Latest <= day)
                        next++;
                    if (intervals[next].Earliest > day)
                        Assert.Fail($"{day} is lost from {pattern}");
                }

                intervals[0].Earliest.ShouldBe(matching[0]);
                intervals[^1].Latest.ShouldBe(Next(matching[^1]));
                if (Runs(matching) <= 1200)
                    intervals.Sum(i => Days(i)).ShouldBe(matching.Count, pattern);
            },
            iter: 100);
    }

    [Fact]
    public void Day_numbers_are_those_of_the_calendar()
    {
        Gen.Int[-3_652_059, 2_932_896].Sample(
            number =>
            {
                var date = new LocalDate(1970, 1, 1).PlusDays(number);
                GregorianDays.Number(date.Year, date.Month, date.Day).ShouldBe(number);
                GregorianDays.Date(number).ShouldBe((date.Year, date.Month, date.Day));
            },
            iter: 5_000);
    }

    [Fact]
    public void Day_numbers_go_back_and_forth_for_years_of_any_size()
    {
        Gen.Select(Gen.Long[-1_000_000_000_000_000_000, 1_000_000_000_000_000_000], Gen.Int[1, 12], Gen.Int[1, 28])
            .Sample((year, month, day) => GregorianDays.Date(GregorianDays.Number(year, month, day)) == (year, month, day), iter: 5_000);
    }

    [Theory]
    [InlineData("2016-02-2X", "2016-02-20/2016-03-01")]
    [InlineData("2015-02-2X", "2015-02-20/2015-03-01")]
    [InlineData("2015-02-X9", "2015-02-09/2015-02-10 | 2015-02-19/2015-02-20")]
    [InlineData("200X-02-29", "2000-02-29/2000-03-01 | 2004-02-29/2004-03-01 | 2008-02-29/2008-03-01")]
    [InlineData("2015-0X", "2015-01-01/2015-10-01")]
    [InlineData("2015-X1", "2015-01-01/2015-02-01 | 2015-11-01/2015-12-01")]
    [InlineData("-000X", "-0009-01-01/0000-01-01")]
    [InlineData("XXXX-XX-XX", "0000-01-01/+10000-01-01")]
    [InlineData("XXXX-02-29", "0000-02-29/9996-03-01")]
    [InlineData("-1950S2", "-1999-01-01/-1899-01-01")]
    public void Patterns_mean_what_matches(string edtf, string bounds) => Dates.Derive(edtf).Bounds.Text().ShouldBe(bounds);

    [Fact]
    public void A_day_of_every_month_of_a_century_is_exact_and_more_is_given_up_month_by_month()
    {
        Dates.Derive("19XX-XX-01").Bounds.Intervals.Count.ShouldBe(1200);
        Dates.Derive("19XX-XX-X1").Bounds.Intervals.Count.ShouldBe(501, "the 1st to the 31st, months of 31 days running into the next");
        Dates.Derive("1XXX-XX-01").Bounds.Intervals.Count.ShouldBe(1000);
        Dates.Derive("XXXX-XX-01").Bounds.Intervals.Count.ShouldBe(1);
    }

    private static Gen<string> Mask(params string[] texts) =>
        Gen.Select(Gen.OneOf(texts), Gen.Int[0, 15], (text, mask) => new string([.. text.Select((c, i) => (mask >> i & 1) == 1 ? 'X' : c)]));

    private static IEnumerable<BoundInstant> DaysLike(string pattern)
    {
        var negative = pattern[0] == '-';
        var parts = pattern.TrimStart('-').Split('-');
        for (var year = negative ? -9999 : 0; year <= (negative ? -1 : 9999); year++)
        {
            if (!Like(Math.Abs(year), parts[0]))
                continue;
            for (var month = 1; month <= 12; month++)
            {
                if (parts.Length > 1 && !Like(month, parts[1]))
                    continue;
                var cycles = (year + 12_000) / 400 - 35;
                var sameCalendar = year - cycles * 400;
                for (var day = 1; day <= DateTime.DaysInMonth(sameCalendar, month); day++)
                {
                    if (parts.Length < 3 || Like(day, parts[2]))
                        yield return new(((new DateTime(sameCalendar, month, day) - DateTime.UnixEpoch).Days + cycles * 146_097) * 86_400_000_000);
                }
            }
        }

        static bool Like(int value, string text)
        {
            for (var i = text.Length - 1; i >= 0; i--, value /= 10)
            {
                if (text[i] != 'X' && text[i] != '0' + value % 10)
                    return false;
            }

            return true;
        }
    }

    private static BoundInstant Next(BoundInstant day) => new(day.Microseconds + 86_400_000_000);

    private static int Days(BoundInterval i) => (int)((i.Latest!.Value.Microseconds - i.Earliest!.Value.Microseconds) / 86_400_000_000);

    private static int Runs(List<BoundInstant> days) => days.Where((day, i) => i == 0 || Next(days[i - 1]) != day).Count();
}
