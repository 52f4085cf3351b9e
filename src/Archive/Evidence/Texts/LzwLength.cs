namespace Archive.Evidence.Texts;

/// <summary>How many bytes an LZW stream of a PDF (ISO 32000-1, section 7.4.4) unpacks to, without unpacking it.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;

    /// <summary>Counts until there are more than <paramref name="most"/>.</summary>
    public static long Of(ReadOnlySpan<byte> packed, bool early, long most)
    {
        var lengths = new List<int>();
        Reset(lengths);
        var (total, previous, bits, offset) = (0L, -1, 9, early ? 0 : 1);
        for (long at = 0; at + bits <= packed.Length * 8L && total <= most;)
        {
            var code = Read(packed, at, bits);
            at += bits;
            if (code == End)
                break;
            if (code == Clear)
            {
                Reset(lengths);
                (previous, bits) = (-1, 9);
                continue;
            }

            var length = code < lengths.Count ? lengths[code] : previous < 0 ? 1 : lengths[previous] + 1;
            total += length;
            if (previous >= 0)
                lengths.Add(lengths[previous] + 1);
            previous = Math.Min(code, lengths.Count - 1);
            bits = (lengths.Count - offset) switch { >= 2047 => 12, >= 1023 => 11, >= 511 => 10, _ => 9 };
        }

        return total;
    }

    private static void Reset(List<int> lengths)
    {
        lengths.Clear();
        lengths.AddRange(Enumerable.Repeat(1, 258));
    }

    private static int Read(ReadOnlySpan<byte> packed, long at, int bits)
    {
        var value = 0;
        for (var i = at; i < at + bits; i++)
            value = (value << 1) | ((packed[(int)(i >> 3)] >> (int)(7 - (i & 7))) & 1);
        return value;
    }
}
