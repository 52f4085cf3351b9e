using System.Text;
using System.Text.Json;

namespace Archive.Evidence.Types;

/// <summary>What kind of text a text is, by how it begins (for HTML: WHATWG MIME Sniffing, section 7.1).</summary>
internal static class Markup
{
    private static readonly string[] HtmlTags =
        ["!DOCTYPE HTML", "HTML", "HEAD", "SCRIPT", "IFRAME", "H1", "DIV", "FONT", "TABLE", "A", "STYLE", "TITLE", "B", "BODY", "BR", "P"];

    /// <param name="head">The first characters, with what could not be decoded left out.</param>
    public static string Of(string head)
    {
        var text = head.AsSpan().TrimStart(" \t\r\n\f\uFEFF");
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
            return OfRoot(text);
        if (text.StartsWith("<!--", StringComparison.Ordinal) || IsHtml(text))
            return MediaTypes.Html;
        if (text.StartsWith("<svg", StringComparison.Ordinal))
            return MediaTypes.Svg;
        return IsJson(text) ? MediaTypes.Json : MediaTypes.Plain;
    }

    private static bool IsHtml(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<')
            return false;
        foreach (var tag in HtmlTags)
        {
            if (text[1..].StartsWith(tag, StringComparison.OrdinalIgnoreCase) && text.Length > tag.Length + 1 && text[tag.Length + 1] is ' ' or '>' or '\n' or '\r' or '\t')
                return true;
        }

        return false;
    }

    /// <summary>XML by its first element, behind the declaration, a document type and comments.</summary>
    private static string OfRoot(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = Next(text, at))
        {
            if (!char.IsLetter(text[at + 1]))
                continue;
            var name = text[(at + 1)..];
            if (name.StartsWith("html", StringComparison.OrdinalIgnoreCase))
                return MediaTypes.Xhtml;
            return name.StartsWith("svg", StringComparison.Ordinal) ? MediaTypes.Svg : MediaTypes.Xml;
        }

        return MediaTypes.Xml;

        static int Next(ReadOnlySpan<char> text, int at) => text[(at + 1)..].IndexOf('<') is >= 0 and var step ? at + 1 + step : -1;
    }

    /// <summary>An object or a list, as far as it can be seen; a note in square brackets is none.</summary>
    private static bool IsJson(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('{' or '['))
            return false;
        var bytes = Encoding.UTF8.GetBytes(text.ToArray());
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1_000 }));
        try
        {
            while (reader.Read())
            {
            }

            return reader.TokenType != JsonTokenType.StartObject && reader.TokenType != JsonTokenType.StartArray || reader.BytesConsumed == 1;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
