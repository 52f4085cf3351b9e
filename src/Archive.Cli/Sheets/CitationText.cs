using Archive.Access;
using Archive.Cli.Display;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>A citation in words.</summary>
internal static class CitationText
{
    /// <param name="withheld">The quotes of its claim that are not shown.</param>
    public static Line Of(Citation citation, Names names, IReadOnlyList<WithheldQuote>? withheld) =>
        Stance(citation) + SourceText.Of(citation.Source, names) + Reading(citation, names.Sources.GetValueOrDefault(citation.Source), withheld);

    /// <summary>Its number and how the source stands to the claim.</summary>
    public static Line Stance(Citation citation) =>
    [
        new Span($"[{citation.Number}] ", Tone.Quiet),
        new Span(
            Kebab.Of(citation.Stance) + (citation.About == CitedPart.All ? "" : $" ({Kebab.Of(citation.About)})"),
            citation.Stance == Domain.Claims.Stance.Contradicts ? Tone.Bad : Tone.Plain),
        "  ",
    ];

    /// <summary>What was read, and when.</summary>
    public static Line Reading(Citation citation, SourceView? source, IReadOnlyList<WithheldQuote>? withheld)
    {
        var words = new List<string>();
        if (withheld?.FirstOrDefault(quote => quote.Citation == citation.Number) is { } closed)
            words.Add($"quote {AccessText.Of(closed.Withheld.Access)}");
        if (citation.Quote is { } quote)
            words.Add(QuoteText.Of(quote, source?.Captures));
        if (citation.ConsultedOn is not null)
            words.Add($"consulted {citation.ConsultedOn}");
        if (citation.Extent is { } extent)
            words.Add($"read: {Kebab.Of(extent)}");
        return words.Count == 0 ? Line.Empty : Line.Of("; " + string.Join("; ", words), Tone.Quiet);
    }
}
