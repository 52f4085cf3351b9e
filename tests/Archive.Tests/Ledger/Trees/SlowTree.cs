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

    /// <summary>The root that a proof of a leaf leads to by the definition of the path, read backwards; null where it has the wrong number of hashes.</summary>
    public static Sha256Digest? RootBy(long m, long n, Sha256Digest leaf, ReadOnlySpan<Sha256Digest> proof)
    {
        if (m < 0 || m >= n)
            return null;
        if (n == 1)
            return proof.Length == 0 ? leaf : null;
        if (proof.Length == 0)
            return null;
        var k = Split(n);
        return m < k ? Node(RootBy(m, k, leaf, proof[..^1]), proof[^1]) : Node(proof[^1], RootBy(m - k, n - k, leaf, proof[..^1]));
    }

    /// <summary>The two roots that a consistency proof leads to by its definition, read backwards; null where it has the wrong number of hashes.</summary>
    public static (Sha256Digest Former, Sha256Digest Whole)? RootsBy(long m, long n, Sha256Digest formerRoot, ReadOnlySpan<Sha256Digest> proof, bool isWhole = true)
    {
        if (m < 1 || m > n)
            return null;
        if (m == n)
            return isWhole ? proof.Length == 0 ? (formerRoot, formerRoot) : null : proof.Length == 1 ? (proof[0], proof[0]) : null;
        if (proof.Length == 0)
            return null;
        var k = Split(n);
        if (m <= k)
            return RootsBy(m, k, formerRoot, proof[..^1], isWhole) is { } left ? (left.Former, Node(left.Whole, proof[^1])!.Value) : null;
        return RootsBy(m - k, n - k, formerRoot, proof[..^1], false) is { } right ? (Node(proof[^1], right.Former)!.Value, Node(proof[^1], right.Whole)!.Value) : null;
    }

    private static Sha256Digest? Node(Sha256Digest? left, Sha256Digest? right) =>
        left is { } l && right is { } r ? new Sha256Digest(SHA256.HashData([1, .. l.ToArray(), .. r.ToArray()])) : null;

    private static long Split(long n)
    {
        var k = 1L;
        while (k < n - k)
            k *= 2;
        return k;
    }

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
