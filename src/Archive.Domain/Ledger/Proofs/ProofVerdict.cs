using System.Text.Json.Serialization;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>What a proof proves to whoever trusts some keys.</summary>
/// <param name="Kind">What was verified: <c>proof</c>, <c>tlog-proof</c>, <c>consistency</c>, <c>checkpoint</c>, or <c>unknown</c>.</param>
/// <param name="Log">The log name.</param>
/// <param name="Claim">The claim whose entries these are.</param>
/// <param name="FormerSize">Of a consistency proof the size of the older checkpoint.</param>
/// <param name="Size">The size of the checkpoint.</param>
/// <param name="Root">Its root, lower-case hex.</param>
/// <param name="Signers">The keys of the log, among the trusted ones, that signed it: <c>NAME+ID</c>.</param>
/// <param name="Witnesses">The same of witnesses, each with when it saw the checkpoint.</param>
/// <param name="Entries">What is proved; nothing where a check failed.</param>
/// <param name="Unknown">What the proof cannot tell, as sentences.</param>
/// <param name="Failures">The checks that failed; none where it is valid.</param>
public sealed record ProofVerdict(
    string Kind,
    string? Log,
    string? Claim,
    long? FormerSize,
    long? Size,
    string? Root,
    IReadOnlyList<string> Signers,
    IReadOnlyList<WitnessSight> Witnesses,
    IReadOnlyList<ProvedEntry> Entries,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<FailedCheck> Failures)
{
    [JsonIgnore]
    public bool IsValid => Failures.Count == 0;

    /// <summary>That of what cannot even be read.</summary>
    public static ProofVerdict Unreadable(string kind, string problem) =>
        new(kind, null, null, null, null, null, [], [], [], [], [new FailedCheck(Checks.Form, "the file", problem)]);
}
