using System.Globalization;

namespace Archive.Domain.Time;

/// <summary>A component of a date: decimal digits, of which some may be unspecified (<c>X</c>).</summary>
internal readonly record struct DigitPattern(string Text)
{
    public bool HasUnspecified => Text.Contains('X', StringComparison.Ordinal);

    public bool IsWhollyUnspecified => Text.All(c => c == 'X');

    /// <summary>The value, where every digit is given.</summary>
    public int Value => int.Parse(Text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The numbers of a range that match, ascending: found by looking at each only where a digit is open.</summary>
    public IEnumerable<int> Among(int first, int count) => HasUnspecified
        ? Enumerable.Range(first, count).Where(Matches)
        : Value >= first && Value - first < count ? [Value] : [];

    public bool Matches(int value)
    {
        for (var i = Text.Length - 1; i >= 0; i--, value /= 10)
        {
            if (Text[i] != 'X' && Text[i] - '0' != value % 10)
                return false;
        }

        return value == 0;
    }
}
