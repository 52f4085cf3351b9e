namespace Archive.Domain.Ledger;

/// <summary>
/// Finds the decimal that ECMAScript writes for a double: of those that read back as it, one of the fewest digits, of these the closest, and of two
/// equally close the even one. After Raffaello Giulietti, "The Schubfach way to render doubles" (2021). Our own because the runtime's "R" format
/// misses it for some powers of two (2^-25), and because digests that hold for ever may not hang on a version of the runtime.
/// </summary>
internal static class ShortestDigits
{
    private const int FractionBits = 52;
    private const int LeastExponent = -1074;

    /// <summary>The value is the result times ten to the <paramref name="exponent"/>. The result may end in zeros.</summary>
    /// <param name="value">Finite and above zero.</param>
    public static ulong Find(double value, out int exponent)
    {
        // value = c * 2^q
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var fraction = bits & ((1UL << FractionBits) - 1);
        var biased = (int)(bits >> FractionBits);
        var c = biased == 0 ? fraction : fraction | (1UL << FractionBits);
        var q = Math.Max(biased, 1) - 1 + LeastExponent;

        // The doubles below a power of two are twice as near as those above it.
        var lowerIsNearer = fraction == 0 && biased > 1;
        var k = FloorLog10(q, lowerIsNearer);
        var shift = q + PowersOfTen.FloorLog2(-k) + 1;
        var scale = PowersOfTen.Leading128(-k);

        // Four times the value and the ends of what rounds to it, in units of 10^k. The ends themselves round to an even c only.
        var inside = c & 1;
        var lower = Scale(scale, (4 * c - (lowerIsNearer ? 1UL : 2UL)) << shift) + inside;
        var middle = Scale(scale, (4 * c) << shift);
        var upper = Scale(scale, (4 * c + 2) << shift) - inside;

        var s = middle / 4;
        var tens = s / 10;
        var (tensDown, tensUp) = (lower <= 40 * tens, 40 * tens + 40 <= upper);
        if (tensDown != tensUp)
        {
            exponent = k + 1;
            return tensUp ? tens + 1 : tens;
        }
        exponent = k;
        var (down, up) = (lower <= 4 * s, 4 * s + 4 <= upper);
        if (down != up) return up ? s + 1 : s;
        var half = 4 * s + 2;
        return middle > half || (middle == half && (s & 1) == 1) ? s + 1 : s;
    }

    /// <summary>The largest k for which 10^k is not above 2^q, or not above three quarters of it: the width of what rounds to the double.</summary>
    private static int FloorLog10(int q, bool threeQuarters) => (q * 1262611 - (threeQuarters ? 524031 : 0)) >> 22;

    /// <summary>
    /// scale * factor / 2^128, rounded to odd: the lowest bit is set when the quotient is not whole, so that comparing it with an even number
    /// tells exactly what comparing the true value would. (The scale is up to 1 too large, whence "more than 1" and not "more than 0".)
    /// </summary>
    private static ulong Scale(UInt128 scale, ulong factor)
    {
        var low = Math.BigMul((ulong)scale, factor, out _);
        var high = Math.BigMul((ulong)(scale >> 64), factor, out var middle);
        middle += low;
        if (middle < low) high++;
        return high | (middle > 1 ? 1UL : 0UL);
    }
}
