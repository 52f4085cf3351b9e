namespace Archive.Domain.Ledger;

/// <summary>Orders members by the UTF-16 code units of their names (RFC 8785 section 3.2.3), comparing the names' UTF-8.</summary>
internal readonly struct CanonicalMemberOrder(byte[] keys) : IComparer<CanonicalMember>
{
    public int Compare(CanonicalMember x, CanonicalMember y) =>
        CompareUtf16(keys.AsSpan(x.KeyStart, x.KeyLength), keys.AsSpan(y.KeyStart, y.KeyLength));

    /// <summary>
    /// UTF-8 sorts as UTF-16 does but in one case: four bytes (lead F0 and above) are surrogates there, which come before U+E000 to U+FFFF
    /// (lead EE and EF). Valid texts first differ in two lead bytes or in two continuations of one lead, so a look at that byte decides.
    /// </summary>
    internal static int CompareUtf16(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        var same = x.CommonPrefixLength(y);
        if (same == x.Length || same == y.Length) return x.Length.CompareTo(y.Length);
        var (a, b) = (x[same], y[same]);
        return a >= 0xEE && b >= 0xEE && a >= 0xF0 != b >= 0xF0 ? b.CompareTo(a) : a.CompareTo(b);
    }
}
