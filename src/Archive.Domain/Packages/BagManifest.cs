namespace Archive.Domain.Packages;

/// <summary>A manifest: the digests of files by their paths (RFC 8493, sections 2.1.3 and 2.2.1).</summary>
/// <param name="File">Its own name.</param>
/// <param name="Algorithm">Such as <c>sha256</c>.</param>
/// <param name="IsOfTags">Whether it is of tag files.</param>
/// <param name="Lines">What it lists.</param>
public sealed record BagManifest(string File, string Algorithm, bool IsOfTags, IReadOnlyList<BagManifestLine> Lines)
{
    /// <summary>In bytes.</summary>
    public const int MaxLength = 128 << 20;

    /// <summary>Algorithm and kind of the manifest of that name; null where it is no manifest.</summary>
    public static (string Algorithm, bool IsOfTags)? Kind(string file)
    {
        var isOfTags = file.StartsWith("tagmanifest-", StringComparison.Ordinal);
        if ((!isOfTags && !file.StartsWith("manifest-", StringComparison.Ordinal)) || !file.EndsWith(".txt", StringComparison.Ordinal))
            return null;
        var algorithm = file[(file.IndexOf('-', StringComparison.Ordinal) + 1)..^4];
        return algorithm.Length is > 0 and <= 20 && algorithm.All(char.IsAsciiLetterOrDigit) ? (algorithm.ToLowerInvariant(), isOfTags) : null;
    }

    /// <param name="file">Its name.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="digestLength">Of the algorithm, in hexadecimal digits.</param>
    /// <param name="findings">Takes what is wrong with a line, which is then left out.</param>
    public static BagManifest Read(string file, IReadOnlyList<string> lines, int digestLength, BagFindings findings)
    {
        var (algorithm, isOfTags) = Kind(file) ?? throw new ArgumentException($"{file} is no manifest.", nameof(file));
        var read = new List<BagManifestLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                findings.Warn(BagCheck.Manifest, file, i + 1, "The line is empty.");
            else if (ReadLine(file, i + 1, lines[i], digestLength, isOfTags, findings) is { } line)
                read.Add(line);
        }

        return new BagManifest(file, algorithm, isOfTags, read);
    }

    private static BagManifestLine? ReadLine(string file, int number, string line, int digestLength, bool isOfTags, BagFindings findings)
    {
        var blank = line.AsSpan().IndexOfAny(' ', '\t');
        var path = blank < 0 ? "" : line[blank..].TrimStart(' ', '\t');
        if (blank != digestLength || path.Length == 0 || !IsHex(line.AsSpan(0, blank)))
        {
            findings.Add(BagCheck.Manifest, file, number, $"The line is not a digest of {digestLength} hexadecimal digits, white space and a path.");
            return null;
        }

        // As tools for checksums write the files that they took as binary, and the folder in which they were run.
        var plain = path[0] == '*' && path.Length > 1 ? path[1..] : path;
        if (plain.StartsWith("./", StringComparison.Ordinal))
            plain = plain[2..];
        if (plain.Length != path.Length)
            findings.Warn(BagCheck.Path, file, number, $"'{path}' is taken for '{plain}'.");
        var decoded = BagPath.Decode(plain);
        var wrong = BagPath.WhatIsWrong(decoded)
            ?? (decoded.StartsWith("data/", StringComparison.Ordinal) == isOfTags
                ? isOfTags ? "A tag manifest lists no payload." : "A payload manifest lists files below data/ alone."
                : null);
        if (wrong is not null)
        {
            findings.Add(BagCheck.Path, file, number, $"'{path}' is no path that it can list. {wrong}");
            return null;
        }

        return new BagManifestLine(number, line[..blank].ToLowerInvariant(), decoded, decoded == plain ? null : plain);
    }

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept("0123456789abcdefABCDEF");
}
