using System.Globalization;
using System.Text;
using Archive.Domain.Evidence;

namespace Archive.Domain.Packages;

/// <summary>
/// Paths within a bag, as manifests have them (RFC 8493, sections 2.1.3 and 5). A path is a key among the files that were found in the folder; nothing is
/// ever opened by a path that a bag says.
/// </summary>
public static class BagPath
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 4_096;

    /// <summary>How many folders may lie inside each other.</summary>
    public const int MaxDepth = 100;

    /// <summary>Undoes the three percent-encodings that there are: line feed, carriage return and the percent sign itself. Any other stays as it is.</summary>
    public static string Decode(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal))
            return path;
        var decoded = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var code = path[i] == '%' && i + 2 < path.Length ? path.AsSpan(i + 1, 2) : [];
            char? meant = code switch
            {
                ['0', 'A' or 'a'] => '\n',
                ['0', 'D' or 'd'] => '\r',
                ['2', '5'] => '%',
                _ => null,
            };
            decoded.Append(meant ?? path[i]);
            if (meant is not null)
                i += 2;
        }

        return decoded.ToString();
    }

    /// <summary>As a manifest of BagIt 1.0 writes it.</summary>
    public static string Encode(string path) => path
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal);

    /// <summary>Why a path, decoded, names nothing in a bag; null where it may.</summary>
    public static string? WhatIsWrong(string path)
    {
        if (path.Length is 0 or > MaxLength)
            return path.Length == 0 ? "It is empty." : $"It has {path.Length:N0} characters; at most {MaxLength:N0} are taken.";
        if (path.Contains('\\', StringComparison.Ordinal))
            return "It has a backslash, which leads elsewhere on other systems.";
        if (path[0] == '/')
            return "It is absolute: paths are within the bag.";
        if (path[0] == '~')
            return "It begins with ~, which some take for a person's own folder.";
        if (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]))
            return "It begins with a drive letter: paths are within the bag.";
        var parts = path.Split('/');
        if (parts.Length > MaxDepth)
            return $"It has {parts.Length:N0} folders inside each other; at most {MaxDepth} are taken.";
        return Array.Find(Array.ConvertAll(parts, WhatIsWrongWithPart), wrong => wrong is not null);
    }

    /// <summary>
    /// The same for names that some systems take for one: in another case, composed another way, or of compatible characters (full width, ligatures).
    /// </summary>
    public static string ClashKey(string path)
    {
        if (Ascii.IsValid(path))
            return path.ToUpperInvariant();
        return path.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>What is wrong with one name between slashes.</summary>
    public static string? WhatIsWrongWithPart(string part)
    {
        if (part is "" or "." or "..")
            return part.Length == 0 ? "A name in it is empty." : $"It has '{part}', which leads out of its folder.";
        foreach (var c in part)
        {
            if (WhatIsWrong(c) is { } wrong)
                return wrong;
        }

        if (SurrogateHalves.IndexIn(part) >= 0)
            return "It has half a surrogate pair: it is not well-formed Unicode.";
        if (Ascii.IsValid(part))
            return null;
        // What looks like a dot or a slash and is none becomes one where names are normalised.
        var plain = part.Normalize(NormalizationForm.FormKC);
        return plain is "." or ".." || plain.Any(c => c is '/' or '\\') || part.Any(IsLikeSlash) || (plain.Length > 1 && plain[1] == ':' && char.IsAsciiLetter(plain[0]))
            ? "It has characters that look like a dot, a slash or a colon and are none. Rename the file."
            : null;
    }

    private static string? WhatIsWrong(char c) => c switch
    {
        '\0' => "It has a NUL.",
        '\uFFFD' => "It has U+FFFD, which stands for bytes that are not UTF-8. Rename the file.",
        '\t' or '\n' or '\r' => null,
        _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"It has the control character U+{(int)c:X4}."),
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\u200B' =>
            string.Create(CultureInfo.InvariantCulture, $"It has the invisible character U+{(int)c:X4}, which makes it look like another name."),
        _ => null,
    };

    /// <summary>Slashes that no normalisation makes plain.</summary>
    private static bool IsLikeSlash(char c) => c is '\u2044' or '\u2215' or '\u29F8' or '\u2216' or '\u29F5' or '\u29F9' or '\u1735';
}
