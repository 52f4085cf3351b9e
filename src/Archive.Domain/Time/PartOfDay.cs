using System.Collections.Frozen;

namespace Archive.Domain.Time;

/// <summary>
/// The closed list of words for parts of the day and the local hours that they can mean, generously. Hours count from 00:00 of the day of the
/// date; negative ones are of the day before, 24 and more of the day after. A word that two nights can claim has hours in both.
/// </summary>
internal static class PartOfDay
{
    private static readonly FrozenDictionary<string, (int From, int To)[]> Hours = new Dictionary<string, (int From, int To)[]>(StringComparer.Ordinal)
    {
        ["midnight"] = [(-1, 2), (23, 26)],
        ["early morning"] = [(0, 9)],
        ["dawn"] = [(2, 10)],
        ["morning"] = [(0, 12)],
        ["late morning"] = [(9, 13)],
        ["noon"] = [(11, 14)],
        ["midday"] = [(10, 15)],
        ["afternoon"] = [(12, 19)],
        ["early afternoon"] = [(12, 16)],
        ["late afternoon"] = [(14, 20)],
        ["dusk"] = [(14, 24)],
        ["early evening"] = [(15, 21)],
        ["evening"] = [(16, 24)],
        ["late evening"] = [(19, 26)],
        ["night"] = [(0, 8), (17, 32)],
        ["late at night"] = [(0, 6), (20, 30)],
        ["overnight"] = [(-6, 10), (17, 34)],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Words => Hours.Keys;

    /// <summary>The local time of a part of a day that starts at <paramref name="dayStart"/>; null when the words are none of the list.</summary>
    public static Stretches? Find(string words, Int128 dayStart)
    {
        if (!Hours.TryGetValue(words, out var hours))
            return null;
        return Stretches.Of(hours.Select(h => new Stretch(dayStart + Micro(h.From), dayStart + Micro(h.To))));
    }

    private static Int128 Micro(int hours) => hours * 3600 * GregorianDays.MicrosecondsPerSecond;
}
