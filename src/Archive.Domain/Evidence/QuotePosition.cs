namespace Archive.Domain.Evidence;

/// <summary>
/// Where words stand in a text (W3C Web Annotation TextPositionSelector): counted from 0 in Unicode code points of the text in logical order,
/// so that a character outside the Basic Multilingual Plane is one.
/// </summary>
/// <param name="Start">The first code point of the words.</param>
/// <param name="End">The first code point after them.</param>
public sealed record QuotePosition(long Start, long End);
