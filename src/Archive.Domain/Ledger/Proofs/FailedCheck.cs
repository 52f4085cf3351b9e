namespace Archive.Domain.Ledger.Proofs;

/// <summary>One thing that does not hold.</summary>
/// <param name="Check">Its name, one of docs/proofs.md; stable.</param>
/// <param name="Where">What it was looked for in, such as <c>entry 57</c>.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record FailedCheck(string Check, string Where, string Message);
