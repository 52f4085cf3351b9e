using System.Globalization;

namespace Archive.Domain.Packages;

/// <summary>
/// The tag files of a package of the archive. They say nothing but what follows from its payload, and have one form: so whoever changes one, and the digests of
/// it, has changed what they must be.
/// </summary>
public static class BagTags
{
    /// <param name="statement">What was signed.</param>
    /// <param name="bytes">Of the payload.</param>
    /// <param name="files">Of the payload.</param>
    public static string Info(BagStatement statement, long bytes, long files) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        External-Identifier: {statement.Record}@{statement.Entry}
        Internal-Sender-Identifier: {statement.Log}
        Internal-Sender-Description: A record as of an entry; verify with: archive verify
        Payload-Oxum: {bytes}.{files}

        """).ReplaceLineEndings("\n");

    /// <summary>A manifest: a line a file, in the order of paths.</summary>
    public static string Manifest(IEnumerable<KeyValuePair<string, string>> digests) => string.Concat(
        digests.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {BagPath.Encode(file.Key)}\n"));
}
