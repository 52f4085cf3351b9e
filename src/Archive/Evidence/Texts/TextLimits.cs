namespace Archive.Evidence.Texts;

/// <summary>What taking the text out of a file may cost, whoever made the file.</summary>
internal static class TextLimits
{
    /// <summary>In bytes of UTF-8: some ten thousand printed pages.</summary>
    public const int MostText = 32 * 1024 * 1024;

    /// <summary>In bytes: a page of the web, without its pictures.</summary>
    public const int MostHtml = 16 * 1024 * 1024;

    public const int MostElements = 500_000;

    /// <summary>Elements that were begun and not ended.</summary>
    public const int MostOpen = 2_000;

    /// <summary>Deeper elements are taken as siblings, as browsers do at 512.</summary>
    public const int MostDepth = 512;

    /// <summary>In bytes.</summary>
    public const int MostPdf = 256 * 1024 * 1024;

    public const int MostPages = 20_000;

    /// <summary>In bytes, of all the streams that the text needs, unpacked.</summary>
    public const long MostUnpacked = 512L * 1024 * 1024;

    /// <summary>In bytes, of one stream unpacked: fonts of Chinese and Japanese have tens of megabytes.</summary>
    public const int MostInOneStream = 64 * 1024 * 1024;

    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    /// <summary>In bytes, of a process of its own.</summary>
    public const long MostMemory = 1_536L * 1024 * 1024;
}
