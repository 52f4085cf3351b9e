namespace Archive.Evidence.Types;

/// <summary>Holds what was declared of bytes against what was found in them.</summary>
internal static class TypeAgreement
{
    /// <summary>Types that the archive knows by their bytes: where these are declared, they must be found.</summary>
    private static readonly HashSet<string> Known =
    [
        .. Signatures.All.Select(signature => signature.Type), MediaTypes.Plain, MediaTypes.Html, MediaTypes.Xhtml, MediaTypes.Xml, MediaTypes.Svg, MediaTypes.Json,
        "application/epub+zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ];

    /// <returns>The media type of the bytes, or null where what was declared contradicts what was found.</returns>
    public static string? Of(string? declared, string found)
    {
        if (declared is null or MediaTypes.Unknown || declared == found)
            return found;
        return declared switch
        {
            // Whatever is written in characters is plain text, too: who declares that wants it read as it stands.
            MediaTypes.Plain when MediaTypes.IsText(found) => MediaTypes.Plain,
            // HTML has no signature that it must begin with.
            MediaTypes.Html or MediaTypes.Xhtml when found is MediaTypes.Plain or MediaTypes.Xhtml or MediaTypes.Html or MediaTypes.Xml => found == MediaTypes.Plain ? MediaTypes.Html : found,
            MediaTypes.Xml when found is MediaTypes.Xhtml or MediaTypes.Svg or MediaTypes.Plain => found == MediaTypes.Plain ? MediaTypes.Xml : found,
            MediaTypes.Json when found == MediaTypes.Plain => MediaTypes.Json,
            // One container for sound and for pictures, and one for many purposes.
            "audio/mp4" or "video/mp4" or "video/quicktime" when found is "audio/mp4" or "video/mp4" or "video/quicktime" => found,
            "audio/ogg" or "video/ogg" or "application/ogg" when found is "audio/ogg" or "video/ogg" or "application/ogg" => found,
            "image/heic" or "image/avif" when found is "image/heic" or "image/avif" or "video/mp4" => found,
            MediaTypes.Zip when found.EndsWith("+zip", StringComparison.Ordinal) || found.StartsWith("application/vnd.", StringComparison.Ordinal) => found,
            MediaTypes.Gzip when found == MediaTypes.Warc => found,
            _ when Known.Contains(declared) => null,
            _ => IsRefined(declared, found) ? found : null,
        };
    }

    /// <summary>Whether a type that is not known by its bytes can have those of one that is.</summary>
    private static bool IsRefined(string declared, string found) => found switch
    {
        MediaTypes.Unknown => true,
        MediaTypes.Plain => declared.StartsWith("text/", StringComparison.Ordinal) || IsOfPrograms(declared) || declared.StartsWith("message/", StringComparison.Ordinal) || declared.StartsWith("multipart/", StringComparison.Ordinal),
        MediaTypes.Xml or MediaTypes.Xhtml => declared.EndsWith("+xml", StringComparison.Ordinal) || declared.StartsWith("text/", StringComparison.Ordinal),
        MediaTypes.Json => declared.EndsWith("+json", StringComparison.Ordinal) || declared.StartsWith("text/", StringComparison.Ordinal) || IsOfPrograms(declared),
        MediaTypes.Html => declared.StartsWith("text/", StringComparison.Ordinal),
        MediaTypes.Zip or MediaTypes.Gzip or MediaTypes.Compound or "video/webm" => IsOfPrograms(declared) || declared is "audio/webm" or "video/x-matroska" or "audio/x-matroska",
        _ => false,
    };

    private static bool IsOfPrograms(string declared) => declared.StartsWith("application/", StringComparison.Ordinal);
}
