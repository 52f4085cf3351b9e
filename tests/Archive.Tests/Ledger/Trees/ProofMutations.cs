using Archive.Domain;
using Archive.Domain.Ledger;

namespace Archive.Tests.Ledger.Trees;

/// <summary>What somebody can do to a proof.</summary>
internal static class ProofMutations
{
    /// <summary>Every change of the list of hashes: a bit in each, each dropped, doubled, exchanged with the next, and more before or behind them.</summary>
    /// <param name="hashes">Of the proof.</param>
    /// <param name="others">Hashes that stand near, such as the roots: the ones that an attacker has at hand.</param>
    public static IEnumerable<ValueList<Sha256Digest>> Of(IReadOnlyList<Sha256Digest> hashes, params Sha256Digest[] others)
    {
        for (var i = 0; i < hashes.Count; i++)
        {
            var (before, hash, after) = (hashes.Take(i), hashes[i], hashes.Skip(i + 1));
            yield return [.. before, Flipped(hash, (i * 37) + hashes.Count), .. after];
            yield return [.. before, .. after];
            yield return [.. before, hash, hash, .. after];
            if (i + 1 < hashes.Count && hashes[i + 1] != hash)
                yield return [.. before, hashes[i + 1], hash, .. hashes.Skip(i + 2)];
        }

        foreach (var other in others.Append(Sha256Digest.Of([])))
        {
            yield return [other, .. hashes];
            yield return [.. hashes, other];
        }
    }

    /// <summary>Numbers that lie near another, at the ends, and where arithmetic could turn over.</summary>
    public static IEnumerable<long> Of(long number) =>
        new[] { number - 1, number + 1, number * 2, number / 2, number ^ 2, -number, -1, 0, 1L << 62, long.MaxValue, long.MinValue }.Where(other => other != number).Distinct();

    /// <param name="hash">The hash.</param>
    /// <param name="bit">Counted on past its end from its beginning.</param>
    public static Sha256Digest Flipped(Sha256Digest hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8 % bytes.Length] ^= (byte)(1 << (bit % 8));
        return new Sha256Digest(bytes);
    }
}
