using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Archive.Evidence.Texts;

/// <summary>
/// The extractor <c>pdf</c>: the letters of each page in the order in which the file has them, with the blanks and line ends that their places on the page
/// show. Every page ends with one line feed. A PDF of pictures only has no text.
/// </summary>
internal static class PdfText
{
    public const string Name = "pdf";

    /// <summary>Another version of the library that reads PDFs may read another text: it raises this.</summary>
    public const int Version = 1;

    /// <summary>Of objects within objects.</summary>
    private const int MostDepth = 128;

    public static Extraction Read(ReadOnlyMemory<byte> bytes, ExtractionBudget budget)
    {
        if (bytes.Length > TextLimits.MostPdf)
            return new Extraction.Failed($"it is a PDF of {bytes.Length:N0} bytes; the text is taken out of at most {TextLimits.MostPdf:N0}");
        try
        {
            var taken = Take(bytes, budget);
            // Whoever reads the file may have taken a spent budget for one more broken part.
            return budget.Spent is { } spent ? new Extraction.Failed(spent) : taken;
        }
        catch (BudgetSpentException spent)
        {
            return new Extraction.Failed(spent.Message);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new Extraction.Failed("it is encrypted. Take the encryption off, where you may, and capture both");
        }
        // The library says what is wrong with a foreign file by exceptions of many kinds.
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            return new Extraction.Failed(budget.Spent ?? $"it cannot be read as a PDF ({wrong.GetType().Name}): it is damaged, or was cut off");
        }
    }

    private static Extraction Take(ReadOnlyMemory<byte> bytes, ExtractionBudget budget)
    {
        using var document = PdfDocument.Open(
            bytes.ToArray(),
            new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = MostDepth, FilterProvider = new PdfFilters(budget) });
        if (document.NumberOfPages > TextLimits.MostPages)
            return new Extraction.Failed($"it has {document.NumberOfPages:N0} pages; the text is taken out of at most {TextLimits.MostPages:N0}");
        var output = new TextOutput();
        var pages = new List<long>();
        var hasText = false;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            budget.CheckTime();
            var text = Storable(ContentOrderTextExtractor.GetText(document.GetPage(number)));
            hasText |= text.AsSpan().ContainsAnyExcept(" \n\t");
            pages.Add(output.Length);
            if (!output.TryAppend(text) || !output.TryAppend("\n"))
                return TextOutput.TooLong;
        }

        return hasText ? new Extraction.Taken(output.ToUtf8(), output.Length, null, pages) : new Extraction.None();
    }

    /// <summary>A font may say that a letter stands for anything: what no text has is U+FFFD, and line ends are line feeds on every machine.</summary>
    private static string Storable(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            storable.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return storable.ToString();
    }
}
