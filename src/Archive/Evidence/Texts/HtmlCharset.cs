using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Evidence.Texts;

/// <summary>The encoding that an HTML page declares of itself, in its first kilobyte (HTML Standard, section 13.2.3.2).</summary>
internal static partial class HtmlCharset
{
    private const int Reach = 1_024;

    public static string? Of(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, Reach)]);
        var found = Meta().Match(Comment().Replace(text, ""));
        if (!found.Success)
            found = Xml().Match(text);
        if (!found.Success)
            return null;
        var label = found.Groups["label"].Value;
        // It is written in ASCII, so it cannot be what it says that it is.
        return Charsets.NameOf(label).StartsWith("utf-16", StringComparison.Ordinal) ? "utf-8" : label;
    }

    [GeneratedRegex("""<meta\s[^>]*charset\s*=\s*["']?\s*(?<label>[^\s"'>;/]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meta();

    [GeneratedRegex("""^\s*<\?xml\s[^>]*encoding\s*=\s*["'](?<label>[^"']+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Xml();

    [GeneratedRegex("<!--.*?(-->|$)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();
}
