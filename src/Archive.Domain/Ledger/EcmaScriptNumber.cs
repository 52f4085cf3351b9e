using System.Globalization;
using System.Text;

namespace Archive.Domain.Ledger;

/// <summary>
/// Writes an IEEE 754 double as ECMAScript's Number::toString does (ECMA-262 section 6.1.6.1.20, as RFC 8785 section 3.2.2.3 asks):
/// the fewest digits that read back as the same double, among those the closest to it, and of two equally close the even one.
/// </summary>
public static class EcmaScriptNumber
{
    /// <summary>The most bytes a double takes, such as <c>-0.0000012345678901234567</c>.</summary>
    public const int MaxLength = 25;

    /// <exception cref="ArgumentOutOfRangeException">NaN or an infinity, which JSON cannot say.</exception>
    public static string Format(double value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Write(value, text)]);
    }

    /// <summary>Formats the double whose bits are the hexadecimal number <paramref name="hex"/>, such as <c>4340000000000001</c>.</summary>
    /// <param name="hex">1 to 16 digits of either case; zeros in front may be left out, as in the published RFC 8785 test files.</param>
    /// <exception cref="FormatException">Not 1 to 16 hexadecimal digits, or the bits of NaN or of an infinity.</exception>
    public static string FormatIeeeHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length > 16 || !ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            throw new FormatException($"'{hex}' is not 1 to 16 hexadecimal digits.");
        var value = BitConverter.UInt64BitsToDouble(bits);
        if (!double.IsFinite(value)) throw new FormatException($"'{hex}' is not a finite number; JSON has no form for it.");
        return Format(value);
    }

    /// <summary>Writes <paramref name="value"/> as ASCII and says how many bytes it took, at most <see cref="MaxLength"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or an infinity, which JSON cannot say.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public static int Write(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no form for NaN and the infinities.");

        Span<byte> text = stackalloc byte[32];
        var written = value == 0 ? Add("0"u8, text, 0) : WriteNonZero(value, text);
        text[..written].CopyTo(destination);
        return written;
    }

    private static int WriteNonZero(double value, Span<byte> text)
    {
        var number = ShortestDigits.Find(Math.Abs(value), out var exponent);
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var count, provider: CultureInfo.InvariantCulture);
        return Layout(value < 0, digits[..count].TrimEnd((byte)'0'), count + exponent, text);
    }

    /// <summary>The value is 0.DIGITS times ten to the <paramref name="point"/>.</summary>
    private static int Layout(bool negative, ReadOnlySpan<byte> digits, int point, Span<byte> text)
    {
        var at = negative ? Add("-"u8, text, 0) : 0;
        if (digits.Length <= point && point <= 21) return AddZeros(point - digits.Length, text, Add(digits, text, at));
        if (point is > 0 and <= 21) return Add(digits[point..], text, Add("."u8, text, Add(digits[..point], text, at)));
        if (point is > -6 and <= 0) return Add(digits, text, AddZeros(-point, text, Add("0."u8, text, at)));

        at = Add(digits[..1], text, at);
        if (digits.Length > 1) at = Add(digits[1..], text, Add("."u8, text, at));
        at = Add(point > 0 ? "e+"u8 : "e-"u8, text, at);
        Math.Abs(point - 1).TryFormat(text[at..], out var length, provider: CultureInfo.InvariantCulture);
        return at + length;
    }

    private static int Add(ReadOnlySpan<byte> part, Span<byte> text, int at)
    {
        part.CopyTo(text[at..]);
        return at + part.Length;
    }

    private static int AddZeros(int count, Span<byte> text, int at)
    {
        text.Slice(at, count).Fill((byte)'0');
        return at + count;
    }
}
