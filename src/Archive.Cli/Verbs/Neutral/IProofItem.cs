using Archive.Domain.Ledger;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>A proof with what it is to prove, as an auditor or another's test material gives it.</summary>
internal interface IProofItem
{
    CheckedProof Judge();

    /// <summary>The hashes as digests, or null where one is of another length.</summary>
    static Sha256Digest[]? Digests(IEnumerable<ReadOnlyMemory<byte>> hashes)
    {
        var digests = new List<Sha256Digest>();
        foreach (var hash in hashes)
        {
            if (hash.Length != Sha256Digest.Length)
                return null;
            digests.Add(new Sha256Digest(hash.Span));
        }

        return [.. digests];
    }
}
