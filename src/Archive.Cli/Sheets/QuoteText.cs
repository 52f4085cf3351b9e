using Archive.Cli.Display;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;

namespace Archive.Cli.Sheets;

/// <summary>Quoted words, and how they stand to what is captured.</summary>
internal static class QuoteText
{
    /// <summary>So much of a digest tells captures apart for a person.</summary>
    private const int ShortDigest = 12;

    /// <param name="quote">The quote.</param>
    /// <param name="captures">The captures of its source, where they are known.</param>
    public static string Of(Quote quote, IEnumerable<Capture>? captures)
    {
        var words = quote.Exact is { } exact ? $"“{exact}”" : "[words erased]";
        return $"{words} ({string.Join(", ", State(quote, captures))})";
    }

    public static string Short(string digest) => digest.Length > ShortDigest ? digest[..ShortDigest] : digest;

    public static string Of(QuotePosition position) => $"{position.Start}-{position.End}";

    private static IEnumerable<string> State(Quote quote, IEnumerable<Capture>? captures)
    {
        yield return Kebab.Of(quote.State).Replace('-', ' ');
        if (quote.Position is { } position)
        {
            if (Page(position, captures?.LastOrDefault(capture => capture.Digest == quote.Capture)?.Text) is { } page)
                yield return $"page {page}";
            yield return $"at {Of(position)}";
        }

        if (quote.Capture is { } digest)
            yield return $"capture {Short(digest)}";
    }

    /// <summary>The page on which words begin, counted from 1; null where the capture has no pages.</summary>
    private static int? Page(QuotePosition position, ExtractedText? text) =>
        text?.Pages is { Count: > 0 } pages ? Math.Max(1, pages.Count(begin => begin <= position.Start)) : null;
}
