using System.Globalization;
using System.Text;
using CsCheck;

namespace Archive.Tests.Ledger;

/// <summary>Random JSON values, and random ways to write one and the same value.</summary>
internal static class JsonGen
{
    public static readonly Gen<double> Finite = Gen.OneOf(
        Gen.ULong.Select(BitConverter.UInt64BitsToDouble), Gen.Double[-1000, 1000], Gen.Long.Select(l => (double)l), Gen.Int.Select(i => i / 100.0))
        .Where(double.IsFinite);

    private static readonly int[] Edges = ['"', '\\', '/', 0, 8, 9, 10, 11, 12, 13, 31, 127, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFB33, 0xFFFF, 0x10000, 0x10FFFF];

    public static readonly Gen<string> Text = Gen.OneOf(Gen.Int['a', 'e'], Gen.Int[0, Edges.Length - 1].Select(i => Edges[i]), Gen.Int[0, 0x10FFFF])
        .Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32).Array[0, 6].Select(string.Concat);

    private static Gen<object?> Leaf => Gen.OneOf(
        Finite.Select(d => (object?)d), Text.Select(t => (object?)t), Gen.Bool.Select(b => (object?)b), Gen.Const((object?)null));

    /// <summary>A value as object?, bool, double, string, object?[] or an object's members, whose names are distinct.</summary>
    public static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, inner) => depth > 4 ? Leaf : Gen.Frequency(
        (3, Leaf), (1, inner.Array[0, 5].Select(a => (object?)a)), (2, Gen.Select(Text, inner).Array[0, 6].Select(Distinct))));

    /// <summary>Writes the value with random white space, member order, escapes and number forms.</summary>
    public static string Write(object? value, Random random)
    {
        var json = new StringBuilder();
        Write(value, random, json);
        return json.ToString();
    }

    private static object? Distinct((string Name, object? Value)[] members) => members.DistinctBy(m => m.Name, StringComparer.Ordinal).ToArray();

    private static void Write(object? value, Random random, StringBuilder json)
    {
        Space(random, json);
        switch (value)
        {
            case null: json.Append("null"); break;
            case bool b: json.Append(b ? "true" : "false"); break;
            case double d: json.Append(d.ToString(random.Next(2) == 0 ? "E16" : "G17", CultureInfo.InvariantCulture)); break;
            case string s: Write(s, random, json); break;
            case (string Name, object? Value)[] members:
                random.Shuffle(members);
                List('{', '}', members, m => { Write((object)m.Name, random, json); json.Append(':'); Write(m.Value, random, json); }, json);
                break;
            case object?[] items: List('[', ']', items, i => Write(i, random, json), json); break;
        }
        Space(random, json);
    }

    private static void List<T>(char open, char close, T[] items, Action<T> write, StringBuilder json)
    {
        json.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) json.Append(',');
            write(items[i]);
        }
        json.Append(close);
    }

    private static void Write(string text, Random random, StringBuilder json)
    {
        json.Append('"');
        foreach (var c in text)
        {
            // A surrogate is escaped with its other half or not at all; to escape all of them is one such way.
            if (c is '"' or '\\' or < ' ' || char.IsSurrogate(c) || random.Next(4) == 0) json.Append("\\u").Append(((int)c).ToString(random.Next(2) == 0 ? "x4" : "X4"));
            else json.Append(c);
        }
        json.Append('"');
    }

    private static void Space(Random random, StringBuilder json)
    {
        while (random.Next(3) == 0) json.Append(" \t\r\n"[random.Next(4)]);
    }
}
