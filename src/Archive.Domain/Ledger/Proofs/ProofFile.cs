using System.Diagnostics.CodeAnalysis;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>
/// That entries stand in the ledger, with what they are made of, in one file that proves it with the log's key alone
/// (<c>schemas/ledger/proof.v1.schema.json</c>): JSON in canonical form and a newline.
/// </summary>
/// <param name="Log">The log name, as the checkpoint has it.</param>
/// <param name="Claim">The claim whose entries these are, all up to the last of them; null where the file is of one entry.</param>
/// <param name="Entries">At least one, in entry order, each proved in the tree of the same checkpoint.</param>
public sealed record ProofFile(string Log, string? Claim, ValueList<ProvenEntry> Entries)
{
    public const string Format = "archive-proof.v1";

    /// <summary>The longest file that is read, in bytes: 64 MiB.</summary>
    public const int MaxLength = 64 << 20;

    /// <summary>Reads one that comes from anywhere. Never throws for what the file says; costs no more than its length.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="proof">What it says: nothing of it is verified yet.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ProofFile? proof, [NotNullWhen(false)] out string? problem) =>
        ProofFileJson.TryRead(utf8, out proof, out problem);

    /// <summary>The bytes of the file.</summary>
    public byte[] ToFile() => ProofFileJson.Write(this);
}
