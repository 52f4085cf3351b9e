namespace Archive.Domain.Claims;

/// <summary>Why a claim is corrected.</summary>
/// <param name="Reason">From the closed list.</param>
/// <param name="Fault">Whose error it was.</param>
/// <param name="Words">The correction explained.</param>
/// <param name="Notice">What readers are told, where more than the words is meant for them.</param>
/// <param name="Decided">The editor's own date for it, in EDTF; never recorded time.</param>
public sealed record Correction(CorrectionReason Reason, Fault Fault, string Words, string? Notice = null, string? Decided = null);
