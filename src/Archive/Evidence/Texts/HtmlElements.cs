namespace Archive.Evidence.Texts;

/// <summary>What elements mean for the text of a page.</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Silent =
        ["head", "script", "style", "template", "noscript", "noframes", "noembed", "iframe", "object", "embed", "audio", "video", "canvas", "datalist", "rp"];

    private static readonly HashSet<string> Blocks =
    [
        "html", "body", "address", "article", "aside", "blockquote", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option",
        "p", "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "textarea", "tfoot", "thead", "tr", "ul", "xmp",
    ];

    /// <summary>Whether nothing below it is a part of the text.</summary>
    public static bool IsSilent(string name) => Silent.Contains(name);

    /// <summary>Whether it begins a line and ends one.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsCell(string name) => name is "td" or "th";

    /// <summary>Whether blanks and line ends in it stay as they are.</summary>
    public static bool IsPreformatted(string name) => name is "pre" or "textarea" or "listing" or "xmp" or "plaintext";
}
