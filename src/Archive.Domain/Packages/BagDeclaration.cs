using System.Globalization;
using System.Text;

namespace Archive.Domain.Packages;

/// <summary>What <c>bagit.txt</c> declares (RFC 8493, section 2.1.1).</summary>
/// <param name="Version">Such as 1.0.</param>
/// <param name="Encoding">Of all other tag files.</param>
public sealed record BagDeclaration(Version Version, Encoding Encoding)
{
    public const string File = "bagit.txt";

    /// <summary>In bytes.</summary>
    public const int MaxLength = 4_096;

    private const string VersionName = "BagIt-Version";
    private const string EncodingName = "Tag-File-Character-Encoding";

    private static readonly Version Oldest = new(0, 93);

    /// <summary>Of the bags that the archive writes.</summary>
    public const string Own = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /// <summary>Whether the rules of RFC 8493 hold, which drafts before it did not have.</summary>
    public bool IsRfc => Version.Major >= 1;

    /// <returns>Null where it is none, which is then noted.</returns>
    public static BagDeclaration? Read(ReadOnlySpan<byte> bytes, BagFindings findings)
    {
        if (TagText.Read(File, bytes, null, findings) is not { } lines)
            return null;
        if (lines.Count != 2)
        {
            Wrong($"It has {lines.Count} lines. It has exactly two: '{VersionName}: M.N' and '{EncodingName}: UTF-8'.");
            return null;
        }

        if (Value(lines[0], VersionName) is not { } number || VersionOf(number) is not { } version)
        {
            Wrong($"Its first line is not '{VersionName}: M.N', with two numbers.");
            return null;
        }

        if (version > new Version(1, 0) || version < Oldest)
        {
            Wrong($"It is of BagIt {number}. Bags of versions 0.93 to 1.0 are read.");
            return null;
        }

        if (Value(lines[1], EncodingName) is not { } name || TagText.Find(name) is not { } encoding)
        {
            Wrong($"Its second line is not '{EncodingName}: ' with UTF-8, UTF-16, ISO-8859-1 or US-ASCII.");
            return null;
        }

        return new BagDeclaration(version, encoding);

        void Wrong(string what) => findings.Add(BagCheck.Declaration, File, what);
    }

    /// <summary>No white space before the colon, and exactly one blank behind it; trailing blanks are let pass.</summary>
    private static string? Value(string line, string name) =>
        line.StartsWith(name + ": ", StringComparison.Ordinal) && line[(name.Length + 2)..].TrimEnd(' ', '\t') is { Length: > 0 } value && value[0] is not (' ' or '\t') ? value : null;

    private static Version? VersionOf(string text) =>
        text.Split('.') is [var major, var minor] && Number(major) is { } first && Number(minor) is { } second ? new Version(first, second) : null;

    private static int? Number(string digits) =>
        digits.Length is > 0 and < 6 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
