using Archive.Domain.Evidence;

namespace Archive.Domain.Packages;

/// <summary>A quote as it stands in stored JSON.</summary>
/// <param name="Capture">SHA-256 of the capture in whose text it was found.</param>
/// <param name="Position">Where.</param>
/// <param name="Kept">Salted digest of its words; null where they stand beside.</param>
/// <param name="Words">Its words, where they stand beside.</param>
public sealed record NamedQuote(string Capture, QuotePosition? Position, string? Kept, TextSelector? Words);
