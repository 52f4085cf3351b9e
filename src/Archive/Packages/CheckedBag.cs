using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>A folder after its check as a bag.</summary>
/// <param name="Report">What was found.</param>
/// <param name="Tree">What lies in it.</param>
/// <param name="Digests">SHA-256 of files, as they are, by path: of those that a manifest of it lists, or of all.</param>
/// <param name="Findings">Goes on taking what is wrong.</param>
internal sealed record CheckedBag(BagReport Report, BagTree Tree, IReadOnlyDictionary<string, string> Digests, BagFindings Findings);
