using Archive.Domain.Time;
using CsCheck;

namespace Archive.Tests.Events;

/// <summary>Random historical dates of every shape that bounds can have.</summary>
internal static class DateGen
{
    private static readonly Gen<string> Day = Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], Gen.Int[1, 28], (y, m, d) => $"{y:0000}-{m:00}-{d:00}");

    public static readonly Gen<string> Edtf = Gen.OneOf(
        Day,
        Day.Select(day => day + "?"),
        Day.Select(day => day + "%"),
        Day.Select(day => day + "/.."),
        Day.Select(day => day[..7]),
        Gen.Select(Day, Gen.Int[0, 23], (day, hour) => $"{day}T{hour:00}:59:07+03:00"),
        Gen.OneOf(
            "../2023", "/2023-03", "2023-03-2X", "2023-21", "-0044-03-15", "Y170000002", "Y-17E7", "156X-12-XX", "[1960,1962-07..]", "{1960,1960-05,1962}", "1950S2"));

    public static readonly Gen<HistoricalDate> Date = Gen.Select(
        Edtf, Gen.OneOf("morning", "night", "about 12:59", "12:59").Null(), Gen.OneOf("Europe/Moscow", "Asia/Shanghai", "UTC").Null(), Derive);

    private static HistoricalDate Derive(string edtf, string? clock, string? zone) =>
        HistoricalDate.TryDerive(edtf, clock, zone, out var date, out var error) ? date : throw new InvalidOperationException($"{edtf}: {error.Message}");
}
