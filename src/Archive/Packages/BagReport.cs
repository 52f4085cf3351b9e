using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>Whether a folder is a valid bag.</summary>
/// <param name="Valid">Whether nothing is wrong.</param>
/// <param name="Version">The version of BagIt that it declares.</param>
/// <param name="Files">Files of the payload.</param>
/// <param name="Bytes">Bytes of the payload.</param>
/// <param name="Errors">What is wrong, at most <see cref="BagFindings.Most"/>.</param>
/// <param name="ErrorCount">How much is wrong, with what is not told.</param>
/// <param name="Warnings">What is not wrong and yet not as it should be.</param>
public sealed record BagReport(
    bool Valid, string? Version, long Files, long Bytes, IReadOnlyList<BagFinding> Errors, long ErrorCount, IReadOnlyList<BagFinding> Warnings);
