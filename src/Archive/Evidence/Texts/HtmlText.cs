using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Archive.Evidence.Texts;

/// <summary>
/// The extractor <c>html</c>: what a reader of the page reads, without scripts, styles and tags. Nothing is fetched, no script runs, no attribute is kept.
/// </summary>
internal static class HtmlText
{
    public const string Name = "html";

    public const int Version = 1;

    /// <param name="bytes">The page.</param>
    /// <param name="charset">The label that was declared outside of the page, which goes before the page's own.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Extraction> ReadAsync(ReadOnlyMemory<byte> bytes, string? charset, ExtractionBudget budget, CancellationToken cancellationToken)
    {
        if (bytes.Length > TextLimits.MostHtml)
            return new Extraction.Failed($"it is a page of {bytes.Length:N0} bytes; the text is taken out of at most {TextLimits.MostHtml:N0}");
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var decoded = await PlainText.ReadAsync(stream, charset ?? HtmlCharset.Of(bytes.Span), cancellationToken);
        if (decoded is not Extraction.Taken page)
            return decoded;
        try
        {
            var text = Of(Encoding.UTF8.GetString(page.Utf8.Span), budget);
            var output = new TextOutput();
            if (!output.TryAppend(text))
                return TextOutput.TooLong;
            return output.Length == 0 ? new Extraction.None() : new Extraction.Taken(output.ToUtf8(), output.Length, page.Encoding);
        }
        catch (BudgetSpentException spent)
        {
            return new Extraction.Failed(spent.Message);
        }
    }

    private static string Of(string page, ExtractionBudget budget)
    {
        var nesting = new HtmlNesting();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            MaximumDepth = TextLimits.MostDepth,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, _) => false,
            OnCreated = (_, _) => budget.CountElement(),
            OnToken = (token, _) => budget.CheckDepth(nesting.After(token)),
        });
        using var document = parser.ParseDocument(page);
        return Walk(document, budget);
    }

    /// <summary>Without recursion: a page decides how deep it goes.</summary>
    private static string Walk(IDocument document, ExtractionBudget budget)
    {
        var lines = new HtmlLines();
        var preformatted = 0;
        for (INode? at = document.DocumentElement; at is not null;)
        {
            budget.CheckTime();
            var name = (at as IElement)?.LocalName;
            if (at is IText words)
                lines.Append(words.Data, preformatted > 0);
            if (name is not null && !HtmlElements.IsSilent(name))
            {
                Open(lines, name);
                if (at.FirstChild is { } child)
                {
                    preformatted += HtmlElements.IsPreformatted(name) ? 1 : 0;
                    at = child;
                    continue;
                }

                Close(lines, name);
            }

            while (at is not null && at.NextSibling is null)
            {
                at = at.Parent;
                if (at is IElement ended)
                {
                    preformatted -= HtmlElements.IsPreformatted(ended.LocalName) ? 1 : 0;
                    Close(lines, ended.LocalName);
                }
            }

            at = at?.NextSibling;
        }

        return lines.ToString();
    }

    private static void Open(HtmlLines lines, string name)
    {
        if (HtmlElements.IsBlock(name))
            lines.Break();
        else if (HtmlElements.IsCell(name))
            lines.Cell();
        else if (name == "br")
            lines.End();
    }

    private static void Close(HtmlLines lines, string name)
    {
        if (HtmlElements.IsBlock(name))
            lines.Break();
    }
}
