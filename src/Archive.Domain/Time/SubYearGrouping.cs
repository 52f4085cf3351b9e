namespace Archive.Domain.Time;

/// <summary>
/// The months that the codes 21 to 41 of ISO 8601-2 can mean. The standard names no months for seasons, so these hold every common reading:
/// a season runs from the first day of the month in which meteorologists start it to the last of the month in which astronomers end it, a
/// winter (in the south a summer) belongs to the year in which it starts and to that in which it ends, and a season of no named hemisphere is that of either.
/// </summary>
internal static class SubYearGrouping
{
    public const int First = 21;
    public const int LastOfLevel1 = 24;
    public const int Last = 41;

    private static readonly (int From, int To)[] MarchToJune = [(3, 6)];
    private static readonly (int From, int To)[] JuneToSeptember = [(6, 9)];
    private static readonly (int From, int To)[] SeptemberToDecember = [(9, 12)];
    private static readonly (int From, int To)[] DecemberToMarch = [(0, 3), (12, 15)];

    /// <summary>The local time that a code can mean in any of the years, or its hull where that has too many stretches.</summary>
    public static Stretches Meaning(IReadOnlyList<int> years, int code)
    {
        var months = Months(code);
        var all = years.Count <= Stretches.Limit ? years : [years[0], years[^1]];
        var meaning = Stretches.Of(all.SelectMany(y => months.Select(m => Stretch.OfMonths(y, m.From, m.To))));
        return meaning.Exact && all.Count == years.Count ? meaning : new([meaning.Hull], Exact: false);
    }

    /// <summary>Months of the year, from and to inclusive; 0 is December of the year before, 13 to 15 are January to March of the year after.</summary>
    private static IReadOnlyList<(int From, int To)> Months(int code) => code switch
    {
        21 or 23 => [.. MarchToJune, .. SeptemberToDecember],
        22 or 24 => [.. DecemberToMarch, .. JuneToSeptember],
        25 or 31 => MarchToJune,
        26 or 32 => JuneToSeptember,
        27 or 29 => SeptemberToDecember,
        28 or 30 => DecemberToMarch,
        >= 33 and <= 36 => [Part(code - 33, 3)],
        >= 37 and <= 39 => [Part(code - 37, 4)],
        40 or 41 => [Part(code - 40, 6)],
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A sub-year grouping is 21 to 41."),
    };

    private static (int From, int To) Part(int index, int months) => (index * months + 1, (index + 1) * months);
}
