using System.Security.Cryptography;
using Archive.Domain.Ledger;

namespace Archive.Tests.Ledger.Trees;

/// <summary>RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, word by word: slow, and obviously right.</summary>
internal static class SlowTree
{
    public static Sha256Digest Leaf(int i) => LedgerLeaf.HashOf(BitConverter.GetBytes(i));

    public static Sha256Digest[] Leaves(int count) => Enumerable.Range(0, count).Select(Leaf).ToArray();

    public static Sha256Digest Mth(ReadOnlySpan<Sha256Digest> d)
    {
        if (d.Length == 0)
            return new Sha256Digest(SHA256.HashData([]));
        if (d.Length == 1)
            return d[0];
        var k = Split(d.Length);
        return new Sha256Digest(SHA256.HashData([1, .. Mth(d[..k]).ToArray(), .. Mth(d[k..]).ToArray()]));
    }

    public static Sha256Digest[] Path(int m, ReadOnlySpan<Sha256Digest> d)
    {
        if (d.Length == 1)
            return [];
        var k = Split(d.Length);
        return m < k ? [.. Path(m, d[..k]), Mth(d[k..])] : [.. Path(m - k, d[k..]), Mth(d[..k])];
    }

    public static Sha256Digest[] Proof(int m, ReadOnlySpan<Sha256Digest> d) => Subproof(m, d, true);

    private static Sha256Digest[] Subproof(int m, ReadOnlySpan<Sha256Digest> d, bool isWhole)
    {
        if (m == d.Length)
            return isWhole ? [] : [Mth(d)];
        var k = Split(d.Length);
        return m <= k ? [.. Subproof(m, d[..k], isWhole), Mth(d[k..])] : [.. Subproof(m - k, d[k..], false), Mth(d[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}
