using System.Text.Json.Serialization;

namespace Archive.Domain.Erasures;

/// <summary>That something of a source, claim or actor was to be destroyed, and why; what it was, its digests go on saying.</summary>
/// <param name="Number">From 1 within the stream.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalReference">The law, order or contract.</param>
/// <param name="Capture">SHA-256 of the capture of the source that it is about.</param>
/// <param name="FirstVersion">The first version of the claim whose content it is about.</param>
/// <param name="LastVersion">The last one.</param>
/// <param name="Outcome">What became of it. No part of the state: answers have it as it is now, whatever moment they are of.</param>
public sealed record Erasure(
    int Number,
    ErasureReason Reason,
    string LegalReference,
    string? Capture = null,
    int? FirstVersion = null,
    int? LastVersion = null,
    ErasureOutcome? Outcome = null)
{
    /// <summary>Whether it was carried out, or will be: what it is about is not to be shown as something the archive has.</summary>
    [JsonIgnore]
    public bool IsInForce => Outcome is not (ErasureOutcome.Held or ErasureOutcome.Shared);

    internal bool Covers(int first, int last) => FirstVersion <= first && last <= LastVersion;
}
