using System.Text;

namespace Archive.Evidence.Texts;

/// <summary>
/// Encodings by the labels that are used for them. Where a label is used for more than it says, it means what the WHATWG Encoding Standard says that it
/// means (<c>iso-8859-1</c> is windows-1252, <c>gb2312</c> is gb18030). Bytes that an encoding does not have are errors, never replaced.
/// </summary>
internal static class Charsets
{
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf-16"] = "utf-16le",
        ["utf-32"] = "utf-32le",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["cp1251"] = "windows-1251",
        ["cp1250"] = "windows-1250",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["koi8"] = "koi8-r",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["shift-jis"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["big5-hkscs"] = "big5",
        ["ks_c_5601-1987"] = "euc-kr",
        ["cp949"] = "euc-kr",
        ["tis-620"] = "windows-874",
    };

    /// <summary>Those of which .NET has the name but not what it stands for here.</summary>
    private static readonly Dictionary<string, int> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = 65001,
        ["utf-16le"] = 1200,
        ["utf-16be"] = 1201,
        ["utf-32le"] = 12000,
        ["utf-32be"] = 12001,
        ["euc-kr"] = 949,
    };

    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The encoding, strict, or null where no encoding has this label.</returns>
    public static Encoding? Find(string label)
    {
        var name = NameOf(label);
        // A way to write ASCII that hides what it says from whoever filters it.
        if (name is "utf-7" or "unicode-1-1-utf-7")
            return null;
        try
        {
            return Pages.TryGetValue(name, out var page)
                ? CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                    ?? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                    ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The name of the encoding that a label stands for, in lower case.</summary>
    public static string NameOf(string label)
    {
        var trimmed = label.Trim().ToLowerInvariant();
        return Meant.GetValueOrDefault(trimmed, trimmed);
    }

    /// <summary>The name of an encoding that was found here.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "utf-8",
        1200 => "utf-16le",
        1201 => "utf-16be",
        12000 => "utf-32le",
        12001 => "utf-32be",
        949 => "euc-kr",
        866 => "ibm866",
        _ => encoding.WebName.ToLowerInvariant(),
    };
}
