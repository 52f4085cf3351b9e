namespace Archive.Domain.Packages;

/// <summary>A line of a manifest.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Digest">Lower-case hex.</param>
/// <param name="Path">Within the bag, percent-encodings undone.</param>
/// <param name="Written">As it is written, where that is another: bags before 1.0 did not encode the percent sign.</param>
public sealed record BagManifestLine(int Number, string Digest, string Path, string? Written);
