using System.Numerics;

namespace Archive.Domain.Ledger;

/// <summary>The powers of ten that doubles need, each as the 128 leading bits of its binary form, rounded up; reckoned exactly, once.</summary>
internal static class PowersOfTen
{
    private const int Least = -292;
    private const int Greatest = 324;

    private static readonly UInt128[] Leading = [.. Enumerable.Range(Least, Greatest - Least + 1).Select(Compute)];

    /// <summary>The g for which g * 2^(<see cref="FloorLog2"/>(exponent) - 127) is ten to the exponent, with 2^127 &lt;= g &lt; 2^128.</summary>
    public static UInt128 Leading128(int exponent) => Leading[exponent - Least];

    /// <summary>The largest b for which 2^b is not above ten to the <paramref name="exponent"/>; exact for |exponent| up to 1233.</summary>
    public static int FloorLog2(int exponent) => (exponent * 1741647) >> 19;

    private static UInt128 Compute(int exponent)
    {
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        var shift = 127 - FloorLog2(exponent);
        if (exponent < 0) return (UInt128)((BigInteger.One << shift) / power + 1);
        return (UInt128)(shift >= 0 ? power << shift : -(-power >> -shift));
    }
}
