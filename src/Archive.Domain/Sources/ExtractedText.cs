namespace Archive.Domain.Sources;

/// <summary>The plain text of a capture, taken out of it once. Positions of quotes count in it, so it never changes.</summary>
/// <param name="Digest">SHA-256 of its UTF-8, lower-case hex; under this it stands in the content store.</param>
/// <param name="Length">In Unicode code points.</param>
/// <param name="Extractor">What took it out: <c>plain</c>, <c>html</c> or <c>pdf</c>.</param>
/// <param name="Version">Version of that extractor, from 1.</param>
/// <param name="Encoding">IANA name of the encoding in which the bytes were read, where they are text.</param>
/// <param name="Pages">Where each page begins, in code points, where the capture has pages.</param>
public sealed record ExtractedText(string Digest, long Length, string Extractor, int Version, string? Encoding = null, ValueList<long>? Pages = null);
