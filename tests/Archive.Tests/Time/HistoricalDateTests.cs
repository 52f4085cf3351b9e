using Archive.Domain.Time;
using CsCheck;
using NodaTime;

namespace Archive.Tests.Time;

public sealed class HistoricalDateTests
{
    [Fact]
    public void What_was_written_is_kept_and_the_zone_is_UTC_unless_named()
    {
        var date = Dates.Derive("2023-03-20?", "about 12:59 +03:00");
        (date.Edtf, date.Clock, date.Zone, date.Uncertain, date.Approximate).ShouldBe(("2023-03-20?", "about 12:59 +03:00", "UTC", true, false));
        (date.Bounds.Rules, date.Bounds.Mode).ShouldBe((HistoricalDate.RulesVersion, BoundsMode.OneOf));
        date.Bounds.Zones.ShouldMatch("^20[0-9]{2}[a-z]+$");
    }

    [Theory]
    [InlineData("2023-03-20", "Europe/Moscow", "2023-03-19T21:00/2023-03-20T21:00")]
    [InlineData("2023", "America/New_York", "2023-01-01T05:00/2024-01-01T05:00")]
    [InlineData("1985-04-12T23:20:30", "Asia/Tokyo", "1985-04-12T14:20:30/1985-04-12T14:20:31")]
    [InlineData("1985-04-12T23:20:30Z", "Asia/Tokyo", "1985-04-12T23:20:30/1985-04-12T23:20:31")]
    [InlineData("1985-04-12T23:20:30+03", "Asia/Tokyo", "1985-04-12T20:20:30/1985-04-12T20:20:31")]
    [InlineData("../2023-03-20", "Europe/Moscow", "../2023-03-20T21:00")]
    [InlineData("[2023-03-20,2023-03-21]", "Europe/Moscow", "2023-03-19T21:00/2023-03-21T21:00")]
    [InlineData("Y20000", "Asia/Tokyo", "+19999-12-31T15:00/+20000-12-31T15:00")]
    [InlineData("-9999", "Asia/Kolkata", "-10000-12-31T18:06:32/-9999-12-31T18:06:32")]
    [InlineData("9999", "Asia/Kolkata", "9998-12-31T18:30/9999-12-31T18:30")]
    public void Local_days_are_turned_to_UTC_by_the_zone(string edtf, string zone, string bounds) =>
        Dates.Derive(edtf, zone: zone).Bounds.Text().ShouldBe(bounds);

    [Theory]
    [InlineData("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00/2018-11-05T02:00")]
    [InlineData("2018-11-03", "America/Sao_Paulo", "2018-11-03T03:00/2018-11-04T03:00")]
    [InlineData("2018-02-17", "America/Sao_Paulo", "2018-02-17T02:00/2018-02-18T03:00")]
    [InlineData("2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00/2018-02-19T03:00")]
    [InlineData("2023-03-26T02:30:00", "Europe/Berlin", "2023-03-26T00:30/2023-03-26T01:30:01")]
    [InlineData("2023-10-29T02:30:00", "Europe/Berlin", "2023-10-29T00:30/2023-10-29T01:30:01")]
    [InlineData("2023-10-29T01:59:59", "Europe/Berlin", "2023-10-28T23:59:59/2023-10-29")]
    [InlineData("2023-10-29", "Europe/Berlin", "2023-10-28T22:00/2023-10-29T23:00")]
    [InlineData("2011-12-30", "Pacific/Apia", "2011-12-29T10:00/2011-12-31T10:00")]
    public void Hours_that_clocks_skipped_or_repeated_are_all_inside(string edtf, string zone, string bounds) =>
        Dates.Derive(edtf, zone: zone).Bounds.Text().ShouldBe(bounds);

    [Fact]
    public void Every_instant_of_a_local_day_is_inside_its_bounds()
    {
        var zones = DateTimeZoneProviders.Tzdb.Ids.ToArray();
        Gen.Select(Gen.OneOf(zones), Gen.Long[-2_500_000_000, 2_500_000_000]).Sample(
            (id, seconds) =>
            {
                var instant = Instant.FromUnixTimeSeconds(seconds);
                var local = instant.InZone(DateTimeZoneProviders.Tzdb[id]);
                var bound = BoundInstant.FromInstant(instant);
                foreach (var (edtf, clock) in new[]
                {
                    ($"{local.Date:yyyy-MM-dd}", null), ($"{local.Date:yyyy-MM}", null), ($"{local.Date:yyyy-MM-dd}T{local.TimeOfDay:HH:mm:ss}", null),
                    ($"{local.Date:yyyy-MM-dd}", $"{local.TimeOfDay:HH:mm}"), ($"{local.Date:yyyy-MM-dd}", $"{local.TimeOfDay:HH:mm:ss}"),
                })
                {
                    var hull = Dates.Derive(edtf, clock, id).Hull;
                    (hull.Earliest <= bound && bound < hull.Latest).ShouldBeTrue($"{instant} is lost from {edtf} {clock} in {id}");
                }
            },
            iter: 1_000);
    }

    [Theory]
    [InlineData("12:59", "UTC", "2023-03-20T12:59/2023-03-20T13:00")]
    [InlineData("12:59:30", "UTC", "2023-03-20T12:59:30/2023-03-20T12:59:31")]
    [InlineData("12:59", "Europe/Moscow", "2023-03-20T09:59/2023-03-20T10:00")]
    [InlineData("12:59 +03:00", "Europe/Moscow", "2023-03-20T09:59/2023-03-20T10:00")]
    [InlineData("12:59+03", "Europe/Moscow", "2023-03-20T09:59/2023-03-20T10:00")]
    [InlineData("15:06:30 Z", "Europe/Moscow", "2023-03-20T15:06:30/2023-03-20T15:06:31")]
    [InlineData("01:30 +03:00", "UTC", "2023-03-19T22:30/2023-03-19T22:31")]
    public void An_exact_clock_time_narrows_a_day(string clock, string zone, string bounds) => ExpectClock(clock, zone, bounds);

    [Theory]
    [InlineData("22:00 Z", "Europe/Moscow", "2023-03-19T22:00/2023-03-19T22:01 | 2023-03-20T22:00/2023-03-20T22:01")]
    [InlineData("20:00 -05:00", "Asia/Tokyo", "2023-03-20T01:00/2023-03-20T01:01 | 2023-03-21T01:00/2023-03-21T01:01")]
    public void An_exact_time_by_an_offset_that_counts_another_day_than_the_zone_keeps_both_readings(string clock, string zone, string bounds) =>
        ExpectClock(clock, zone, bounds);

    [Theory]
    [InlineData("morning", "UTC", "2023-03-20/2023-03-20T12:00")]
    [InlineData("Morning", "UTC", "2023-03-20/2023-03-20T12:00")]
    [InlineData("afternoon", "Europe/Moscow", "2023-03-20T09:00/2023-03-20T16:00")]
    [InlineData("evening", "UTC", "2023-03-20T16:00/2023-03-21")]
    [InlineData("noon", "UTC", "2023-03-20T11:00/2023-03-20T14:00")]
    [InlineData("night", "UTC", "2023-03-20/2023-03-20T08:00 | 2023-03-20T17:00/2023-03-21T08:00")]
    [InlineData("midnight", "UTC", "2023-03-19T23:00/2023-03-20T02:00 | 2023-03-20T23:00/2023-03-21T02:00")]
    public void A_part_of_the_day_narrows_a_day_to_its_hours(string clock, string zone, string bounds) => ExpectClock(clock, zone, bounds);

    [Theory]
    [InlineData("about 12:59 +03:00")]
    [InlineData("by 15:06 +08:00")]
    [InlineData("public by 15:23 Z")]
    [InlineData("morning; under way by 11:37 +03:00")]
    [InlineData("reported at 15:20 +03:00")]
    [InlineData("9:30")]
    [InlineData("12:59 ")]
    [InlineData("\u0665:\u0660\u0660")]
    [InlineData("au matin \ud83c\udf05")]
    public void Other_clock_words_are_kept_and_narrow_nothing(string clock) => ExpectClock(clock, "UTC", "2023-03-20/2023-03-21");

    [Theory]
    [InlineData("2023-03-2X")]
    [InlineData("2023-03")]
    [InlineData("2023-03-20/2023-03-21")]
    [InlineData("[2023-03-20]")]
    [InlineData("2023-03-20T10:00:00")]
    [InlineData("1950S2")]
    public void Clock_words_narrow_single_complete_days_only(string edtf) =>
        Dates.Derive(edtf, "12:59").Bounds.ShouldBe(Dates.Derive(edtf).Bounds);

    [Fact]
    public void A_marked_day_is_narrowed_like_any_other() => Dates.Derive("2023-03-20?", "12:59").Bounds.ShouldBe(Dates.Derive("2023-03-20", "12:59").Bounds);

    [Fact]
    public void Parts_of_the_day_hold_every_hour_of_it_between_them()
    {
        var hulls = PartOfDay.Words.SelectMany(w => Dates.Derive("2023-03-20", w).Bounds.Intervals).ToList();
        for (var hour = 0; hour < 24; hour++)
        {
            var instant = BoundInstant.FromInstant(Instant.FromUtc(2023, 3, 20, hour, 30));
            hulls.ShouldContain(i => i.Earliest <= instant && instant < i.Latest);
        }
    }

    [Theory]
    [InlineData("", null, "empty")]
    [InlineData("  ", null, "empty")]
    [InlineData("12:59\u0000", 6, "U+0000")]
    [InlineData("a\tb", 2, "U+0009")]
    [InlineData("a\u0085", 2, "U+0085")]
    [InlineData("25:00", 1, "no hour 25")]
    [InlineData("24:00", 1, "next day")]
    [InlineData("12:60 +03:00", 4, "no minute 60")]
    [InlineData("12:59:61", 7, "no second 61")]
    [InlineData("12:59 +25:00", 7, "no offset")]
    public void Impossible_clock_words_are_refused(string clock, int? position, string words)
    {
        var error = Dates.Refuse("2023-03-20", clock);
        (error.Part, error.Position).ShouldBe(("clock", position));
        error.Message.ShouldContain(words);
    }

    [Fact]
    public void Half_characters_and_long_clock_words_are_refused()
    {
        Dates.Refuse("2023", "ab" + (char)0xD83C).ShouldBe(new DateError("clock", 3, "U+D83C is half of a character; leave it out."));
        Dates.Derive("2023", new string('a', 200)).Clock!.Length.ShouldBe(200);
        Dates.Refuse("2023", new string('a', 201)).Position.ShouldBe(201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("europe/moscow")]
    [InlineData("UTC+03:00")]
    [InlineData("Mars/Olympus")]
    public void Unknown_zones_are_refused(string zone)
    {
        var error = Dates.Refuse("2023", zone: zone);
        (error.Part, error.Position).ShouldBe(("zone", null));
        error.Message.ShouldContain("Europe/Moscow");
    }

    [Fact]
    public void Dates_with_equal_parts_are_equal()
    {
        Dates.Derive("156X-12-25").ShouldBe(Dates.Derive("156X-12-25"));
        Dates.Derive("156X-12-25").GetHashCode().ShouldBe(Dates.Derive("156X-12-25").GetHashCode());
        Dates.Derive("156X-12-25").ShouldNotBe(Dates.Derive("156X-12-26"));
        Dates.Derive("1560", "noon").ShouldNotBe(Dates.Derive("1560"));
    }

    private static void ExpectClock(string clock, string zone, string bounds)
    {
        var date = Dates.Derive("2023-03-20", clock, zone);
        date.Clock.ShouldBe(clock);
        date.Bounds.Text().ShouldBe(bounds);
    }
}
