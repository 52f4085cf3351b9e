using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>A citation as it was submitted, before it has a number.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Stance">How the source stands to the claim.</param>
/// <param name="About">What part of the claim the citation is about.</param>
/// <param name="Phrase">Words read in the source, verbatim.</param>
/// <param name="ConsultedOn">When the source was read, in EDTF.</param>
/// <param name="Extent">How much of it was read.</param>
/// <param name="Prefix">Words right before the phrase, where they tell it from others like it.</param>
/// <param name="Suffix">Words right after it.</param>
/// <param name="Position">Where it stands in the text of the capture.</param>
/// <param name="Capture">SHA-256 of the capture that was read; absent where the newest that has a text was.</param>
public sealed record CitationDraft(
    string Source,
    Stance Stance = Stance.Supports,
    CitedPart About = CitedPart.All,
    string? Phrase = null,
    string? ConsultedOn = null,
    ConsultedExtent? Extent = null,
    string? Prefix = null,
    string? Suffix = null,
    QuotePosition? Position = null,
    string? Capture = null)
{
    internal Citation Numbered(int number, Quote? quote) => new(number, Source, Stance, About, quote, ConsultedOn, Extent);
}
