using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Archive.Evidence.Texts;

/// <summary>
/// How many elements are open that only their end tags end. The parser's own bound on depth is one of the tree: its list of open elements grows on, and every
/// tag is looked for in it.
/// </summary>
internal sealed class HtmlNesting
{
    /// <summary>Those without an end tag, and those that the next of their kind ends.</summary>
    private static readonly HashSet<string> Uncounted =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "basefont", "bgsound",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "option", "optgroup", "rb", "rp", "rt", "rtc", "html", "head", "body",
    ];

    private int _open;

    public int After(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.StartTag && !Uncounted.Contains(token.Name))
            _open++;
        else if (token.Type == HtmlTokenType.EndTag && _open > 0 && !Uncounted.Contains(token.Name))
            _open--;
        return _open;
    }
}
