using System.Globalization;
using System.Numerics;
using System.Text;
using Archive.Domain.Ledger;
using CsCheck;

namespace Archive.Tests.Ledger;

public sealed class EcmaScriptNumberTests
{
    [Fact]
    public void The_golden_vectors_come_out_character_for_character()
    {
        var file = GoldenVectors.Read("numbers.json");
        foreach (var vector in file.List("rfc8785").Concat(file.List("more")))
            EcmaScriptNumber.FormatIeeeHex(vector.Text("ieee")).ShouldBe(vector.Text("text"), vector.Text("ieee"));
    }

    [Fact]
    public void What_is_no_finite_double_is_refused()
    {
        foreach (var hex in GoldenVectors.Read("numbers.json").List("refused"))
            Should.Throw<FormatException>(() => EcmaScriptNumber.FormatIeeeHex(hex.GetString()!), hex.GetString());
        Should.Throw<ArgumentOutOfRangeException>(() => EcmaScriptNumber.Format(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => EcmaScriptNumber.Format(double.NegativeInfinity));
    }

    [Fact]
    public void The_longest_form_fits_and_a_shorter_room_is_refused()
    {
        EcmaScriptNumber.Format(-0.0000012345678901234567).Length.ShouldBe(EcmaScriptNumber.MaxLength);
        Should.Throw<ArgumentException>(() => EcmaScriptNumber.Write(-0.0000012345678901234567, new byte[EcmaScriptNumber.MaxLength - 1]));
        JsonGen.Finite.Sample(value => EcmaScriptNumber.Format(value).Length <= EcmaScriptNumber.MaxLength);
    }

    [Fact]
    public void Every_double_reads_back_as_itself() =>
        JsonGen.Finite.Sample(value => double.Parse(EcmaScriptNumber.Format(value), CultureInfo.InvariantCulture) == value, iter: 20_000);

    [Fact]
    public void A_number_read_from_json_is_the_double_nearest_to_it() =>
        JsonGen.Finite.Sample(value =>
            Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.ASCII.GetBytes(value.ToString("E20", CultureInfo.InvariantCulture)))) == EcmaScriptNumber.Format(value));

    [Fact]
    public void No_shorter_decimal_and_no_closer_one_of_the_same_length_reads_back() =>
        JsonGen.Finite.Where(value => value != 0).Sample(value => IsShortestAndClosest(Math.Abs(value)));

    [Fact]
    public void Powers_of_two_and_their_neighbours_are_shortest_and_closest()
    {
        for (var power = -1074; power <= 1023; power++)
        {
            var value = Math.ScaleB(1, power);
            IsShortestAndClosest(value).ShouldBeTrue($"2^{power}");
            IsShortestAndClosest(Math.BitIncrement(value)).ShouldBeTrue($"above 2^{power}");
            if (power > -1074) IsShortestAndClosest(Math.BitDecrement(value)).ShouldBeTrue($"below 2^{power}");
        }
    }

    /// <summary>Asks the definition itself, with exact arithmetic, of the digits n and exponent e that were written.</summary>
    private static bool IsShortestAndClosest(double value)
    {
        var (n, e) = Decimal(EcmaScriptNumber.Format(value));
        if (!ReadsBack(n, e, value)) return false;
        var shorter = n / 10;
        if (n >= 10 && (ReadsBack(shorter, e + 1, value) || ReadsBack(shorter + 1, e + 1, value))) return false;
        return new[] { n - 1, n + 1 }.Where(m => ReadsBack(m, e, value)).All(m =>
        {
            var closer = Distance(n, e, value).CompareTo(Distance(m, e, value));
            return closer < 0 || (closer == 0 && n.IsEven);
        });
    }

    private static (BigInteger Digits, int Exponent) Decimal(string text)
    {
        var parts = text.Split('e');
        var point = parts[0].IndexOf('.');
        var exponent = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - (point < 0 ? 0 : parts[0].Length - point - 1);
        var digits = BigInteger.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture);
        while (digits % 10 == 0) (digits, exponent) = (digits / 10, exponent + 1);
        return (digits, exponent);
    }

    private static bool ReadsBack(BigInteger digits, int exponent, double value) =>
        double.Parse($"{digits}e{exponent}", CultureInfo.InvariantCulture) == value;

    /// <summary>|digits * 10^exponent - value| * 10^400 * 2^1100, which is whole.</summary>
    private static BigInteger Distance(BigInteger digits, int exponent, double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> 52);
        var fraction = (bits & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
        var exact = (new BigInteger(fraction) << (Math.Max(biased, 1) - 1075 + 1100)) * BigInteger.Pow(10, 400);
        return BigInteger.Abs((digits * BigInteger.Pow(10, exponent + 400) << 1100) - exact);
    }
}
