using System.Globalization;
using System.Text;

namespace Archive.Citations;

/// <summary>
/// A citation as an entry for BibTeX. What is special to TeX is escaped, and braces by name: BibTeX counts braces even behind a backslash, so that one alone
/// would swallow the entries after it.
/// </summary>
public static class BibtexCitation
{
    public static string Of(RecordCitation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var at = citation.RecordedAt.UtcDateTime;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            @misc{{{citation.Reference.Replace('/', ':').Replace('@', ':')}},
              title = {{Double(Escaped(CitationLine.TitleOf(citation)))}},
              year = {{Braced(at.ToString("yyyy", CultureInfo.InvariantCulture))}},
              date = {{Braced(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}},
              howpublished = {{Braced(Escaped(citation.Log))}},
              eprint = {{Braced(Escaped(citation.Reference))}},
              note = {{Braced(Escaped(CitationLine.Rest(citation)))}}
            }

            """).ReplaceLineEndings("\n");
    }

    private static string Braced(string text) => $"{{{text}}}";

    /// <summary>Doubled, so that styles leave the case of letters alone.</summary>
    private static string Double(string text) => Braced(Braced(text));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '$' or '&' or '#' or '_' or '%' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
