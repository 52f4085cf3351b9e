using Archive.Access;
using Archive.Ledger;
using Archive.Snapshots;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>What was proved into a file.</summary>
internal sealed record ProofAnswer(
    string Path, string Log, string? Claim, IReadOnlyList<ProofLine> Entries, int Withheld, long Size, string Root, Moment AsOf, Disclosure? Disclosure)
{
    public static ProofAnswer Of(string path, EntryProof proof)
    {
        var checkpoint = proof.File.Entries[0].Proof.Checkpoint;
        return new ProofAnswer(
            path,
            proof.File.Log,
            proof.File.Claim,
            [.. proof.File.Entries.Select(ProofLine.Of)],
            proof.Withheld,
            checkpoint.Size,
            checkpoint.Root.ToString(),
            proof.AsOf,
            proof.Disclosure);
    }
}
