using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>What verifying a file came to.</summary>
/// <param name="Path">The file.</param>
/// <param name="Valid">Every check holds.</param>
/// <param name="Proved">What is proved, in words; nothing where a check failed.</param>
/// <param name="Verdict">The same for programs, with what cannot be known and the checks that failed.</param>
internal sealed record VerifyAnswer(string Path, bool Valid, IReadOnlyList<string> Proved, ProofVerdict Verdict)
{
    public static VerifyAnswer Of(string path, ProofVerdict verdict) => new(path, verdict.IsValid, [.. Sheets.ProofWords.Of(verdict)], verdict);
}
