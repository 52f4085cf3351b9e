using Archive.Domain.Time;
using CsCheck;

namespace Archive.Tests.Time;

public sealed class DateQuestionTests
{
    private static readonly Gen<string> AnyDate = Gen.OneOf(
        Gen.Int[0, 9999].Select(y => $"{y:0000}"),
        Gen.Select(Gen.Int[1980, 1990], Gen.Int[1, 12], (y, m) => $"{y}-{m:00}"),
        Gen.Select(Gen.Int[1980, 1990], Gen.Int[1, 12], Gen.Int[1, 28], (y, m, d) => $"{y}-{m:00}-{d:00}"),
        Gen.Select(Gen.Int[1980, 1990], Gen.Int[21, 41], (y, s) => $"{y}-{s}"),
        Gen.OneOf("198X", "198X-05", "1985/..", "../1985", "1985-03/1987", "XXXX-12-XX", "Y-17E7", "/1985"));

    private static readonly Gen<string> AnyExpression = Gen.OneOf(
        AnyDate,
        AnyDate.Where(d => !d.Contains('/')).Array[1, 4].Select(Gen.Bool, (m, all) => all ? $"{{{string.Join(',', m)}}}" : $"[{string.Join(',', m)}]"));

    [Theory]
    [InlineData("1985-04-12", "1985-04", true, true)]
    [InlineData("1985-04", "1985-04-12", false, true)]
    [InlineData("1985-04", "1985-04", true, true)]
    [InlineData("1985-04", "1985-05", false, false)]
    [InlineData("1985-04", "1985-03", false, false)]
    [InlineData("1985/..", "1990", false, true)]
    [InlineData("1985/..", "1985/..", false, true)]
    [InlineData("1985/", "1984", false, false)]
    [InlineData("1990", "1985/..", true, true)]
    [InlineData("1990", "../1985", false, false)]
    [InlineData("[1667,1668,1670..1672]", "1669", false, false)]
    [InlineData("[1667,1668,1670..1672]", "1670", false, true)]
    [InlineData("[1667,1668,1670..1672]", "1667/1672", true, true)]
    [InlineData("{1667,1668,1670..1672}", "1669", false, false)]
    [InlineData("{1667,1668,1670..1672}", "1671", true, true)]
    [InlineData("{1667,1668,1670..1672}", "1671-05", false, true)]
    [InlineData("{1960,1960-05}", "1960-05", true, true)]
    [InlineData("{..1984}", "1984", true, true)]
    [InlineData("{..1984}", "1983", false, true)]
    [InlineData("{156X-12-25,1700}", "1560-12-25", false, true)]
    [InlineData("{156X-12-25,1700}", "156X", true, true)]
    [InlineData("156X-12-25", "156X-12", true, true)]
    [InlineData("156X-12-25", "1563-06", false, false)]
    [InlineData("1985?", "1985", true, true)]
    [InlineData("1985", "1985~", true, true)]
    [InlineData("Y-17E7", "Y-170000000", true, true)]
    public void Certainly_and_possibly_follow_the_bounds(string edtf, string asked, bool certainly, bool possibly)
    {
        var date = Dates.Derive(edtf);
        var question = Dates.Ask(asked);
        (date.Certainly(question), date.Possibly(question)).ShouldBe((certainly, possibly));
    }

    [Fact]
    public void A_question_has_a_zone_of_its_own()
    {
        var date = Dates.Derive("2023-03-20", zone: "Europe/Moscow");
        date.Certainly(Dates.Ask("2023-03-20", "Europe/Moscow")).ShouldBeTrue();
        date.Certainly(Dates.Ask("2023-03-20")).ShouldBeFalse();
        date.Possibly(Dates.Ask("2023-03-19")).ShouldBeTrue();
    }

    [Fact]
    public void What_is_certain_is_possible()
    {
        Gen.Select(AnyExpression, AnyDate.Where(d => d != "XXXX-12-XX")).Sample(
            (edtf, asked) => !Dates.Derive(edtf).Certainly(Dates.Ask(asked)) || Dates.Derive(edtf).Possibly(Dates.Ask(asked)), iter: 3_000);
    }

    [Fact]
    public void Whatever_is_bounded_is_certain_in_its_own_hull()
    {
        AnyDate.Where(d => !d.Contains('/') && d != "XXXX-12-XX").Sample(d => Dates.Derive(d).Certainly(Dates.Ask(d)) && Dates.Derive(d).Possibly(Dates.Ask(d)), iter: 2_000);
    }

    [Theory]
    [InlineData("[1667,1668]", null, "edtf")]
    [InlineData("{1667,1668}", null, "edtf")]
    [InlineData("XXXX-12-XX", null, "edtf")]
    [InlineData("2023-02-30", null, "edtf")]
    [InlineData("2023", "Nowhere", "zone")]
    public void What_cannot_be_asked_is_refused(string edtf, string? zone, string part)
    {
        DateQuestion.TryParse(edtf, zone, out var question, out var error).ShouldBeFalse();
        question.ShouldBeNull();
        error!.Part.ShouldBe(part);
    }

    [Fact]
    public void Questions_with_equal_parts_are_equal()
    {
        Dates.Ask("156X-12").ShouldBe(Dates.Ask("156X-12"));
        Dates.Ask("156X-12").GetHashCode().ShouldBe(Dates.Ask("156X-12").GetHashCode());
        Dates.Ask("156X-12").ShouldNotBe(Dates.Ask("156X-12", "Asia/Tokyo"));
    }

    [Fact]
    public void Sorting_puts_open_starts_first_open_ends_last_and_no_date_after_all()
    {
        string?[] sorted = ["../1900", "[..1984]", "Y-17E7", "-0044", "1984-01-01", "1984-01", "1984", "1984/1990", "1984/..", "1985-04-12", "Y17E7", null];
        var dates = sorted.Select(s => s is null ? null : Dates.Derive(s)).ToList();
        var shuffled = dates.AsEnumerable().Reverse().ToList();
        shuffled.Sort(HistoricalDate.CompareForSorting);
        shuffled.ShouldBe(dates);
    }

    [Fact]
    public void The_order_is_total()
    {
        var maybe = Gen.OneOf(AnyExpression.Select(HistoricalDate? (d) => Dates.Derive(d)), Gen.Const((HistoricalDate?)null));
        Gen.Select(maybe, maybe, maybe).Sample(
            (a, b, c) =>
            {
                Sign(a, b).ShouldBe(-Sign(b, a));
                Sign(a, a).ShouldBe(0);
                if (Sign(a, b) <= 0 && Sign(b, c) <= 0)
                    Sign(a, c).ShouldBeLessThanOrEqualTo(0);
            },
            iter: 3_000);

        static int Sign(HistoricalDate? a, HistoricalDate? b) => Math.Sign(HistoricalDate.CompareForSorting(a, b));
    }
}
