using System.Diagnostics.CodeAnalysis;

namespace Archive.Evidence.Types;

/// <summary>A media type as somebody declares it (RFC 9110, section 8.3.1): <c>text/html; charset=windows-1251</c>.</summary>
/// <param name="Essence">Type and subtype in lower case, by the usual one of its names.</param>
/// <param name="Charset">The parameter of that name.</param>
internal sealed record DeclaredType(string Essence, string? Charset)
{
    private const int MostLength = 255;

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["text/xml"] = "application/xml",
        ["image/jpg"] = "image/jpeg",
        ["image/pjpeg"] = "image/jpeg",
        ["application/x-pdf"] = "application/pdf",
        ["application/x-gzip"] = "application/gzip",
        ["application/x-zip-compressed"] = "application/zip",
        ["application/x-zip"] = "application/zip",
        ["application/x-tar"] = "application/x-tar",
        ["application/warc-fields"] = "text/plain",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/x-mpeg"] = "audio/mpeg",
        ["audio/x-wav"] = "audio/wav",
        ["audio/wave"] = "audio/wav",
        ["audio/vnd.wave"] = "audio/wav",
        ["audio/x-flac"] = "audio/flac",
        ["audio/m4a"] = "audio/mp4",
        ["audio/x-m4a"] = "audio/mp4",
        ["video/x-msvideo"] = "video/avi",
        ["text/json"] = "application/json",
        ["application/rtf"] = "text/rtf",
        ["binary/octet-stream"] = "application/octet-stream",
        ["application/unknown"] = "application/octet-stream",
    };

    public static bool TryParse(string text, [NotNullWhen(true)] out DeclaredType? declared)
    {
        declared = null;
        var parts = text.Split(';');
        var names = parts[0].Trim().ToLowerInvariant().Split('/');
        if (text.Length > MostLength || names.Length != 2 || !names.All(IsToken))
            return false;
        string? charset = null;
        foreach (var parameter in parts.Skip(1).Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            var sides = parameter.Split('=', 2);
            if (sides.Length != 2 || !IsToken(sides[0].Trim().ToLowerInvariant()))
                return false;
            var value = sides[1].Trim().Trim('"');
            if (sides[0].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase) && value.Length > 0)
                charset ??= value;
        }

        var essence = $"{names[0]}/{names[1]}";
        declared = new DeclaredType(Usual.GetValueOrDefault(essence, essence), charset);
        return true;
    }

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '!' or '#' or '$' or '&' or '-' or '^' or '_' or '.' or '+' or '*');
}
