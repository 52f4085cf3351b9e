using System.Text;

namespace Archive.Evidence.Types;

/// <summary>The signatures by which bytes are known; the first that fits is taken.</summary>
internal static class Signatures
{
    public static readonly IReadOnlyList<Signature> All =
    [
        new("image/png", 0, [0x89, .. Ascii("PNG\r\n"), 0x1A, (byte)'\n']),
        new("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        new("image/gif", 0, Ascii("GIF87a")),
        new("image/gif", 0, Ascii("GIF89a")),
        new("image/webp", 0, Ascii("RIFF"), (8, Ascii("WEBP"))),
        new("audio/wav", 0, Ascii("RIFF"), (8, Ascii("WAVE"))),
        new("video/avi", 0, Ascii("RIFF"), (8, Ascii("AVI "))),
        new("image/tiff", 0, [.. Ascii("II"), 0x2A, 0]),
        new("image/tiff", 0, [.. Ascii("MM"), 0, 0x2A]),
        new("image/bmp", 0, Ascii("BM"), (6, [0, 0, 0, 0])),
        new("image/jp2", 0, [0, 0, 0, 0x0C, .. Ascii("jP  "), 0x0D, 0x0A, 0x87, 0x0A]),
        new("image/heic", 4, Ascii("ftyphei")),
        new("image/heic", 4, Ascii("ftypmif1")),
        new("image/avif", 4, Ascii("ftypavif")),
        new("audio/mp4", 4, Ascii("ftypM4A ")),
        new("video/quicktime", 4, Ascii("ftypqt  ")),
        new("video/mp4", 4, Ascii("ftyp")),
        new("audio/mpeg", 0, Ascii("ID3"), (3, [2])),
        new("audio/mpeg", 0, Ascii("ID3"), (3, [3])),
        new("audio/mpeg", 0, Ascii("ID3"), (3, [4])),
        new("audio/mpeg", 0, [0xFF, 0xFB]),
        new("audio/mpeg", 0, [0xFF, 0xF3]),
        new("audio/mpeg", 0, [0xFF, 0xF2]),
        new("audio/ogg", 0, Ascii("OggS"), (28, Ascii("OpusHead"))),
        new("audio/ogg", 0, Ascii("OggS"), (28, [1, .. Ascii("vorbis")])),
        new("video/ogg", 0, Ascii("OggS"), (28, [0x80, .. Ascii("theora")])),
        new("application/ogg", 0, Ascii("OggS"), (4, [0])),
        new("audio/flac", 0, Ascii("fLaC")),
        new("video/webm", 0, [0x1A, 0x45, 0xDF, 0xA3]),
        new(MediaTypes.Pdf, 0, Ascii("%PDF-")),
        new("application/postscript", 0, Ascii("%!PS")),
        new(MediaTypes.Rtf, 0, Ascii("{\\rtf")),
        new(MediaTypes.Warc, 0, Ascii("WARC/1.")),
        new(MediaTypes.Zip, 0, [.. Ascii("PK"), 3, 4]),
        new(MediaTypes.Zip, 0, [.. Ascii("PK"), 5, 6]),
        new(MediaTypes.Gzip, 0, [0x1F, 0x8B, 8]),
        new(MediaTypes.Compound, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        new("application/x-bzip2", 0, Ascii("BZh"), (4, Ascii("1AY&SY"))),
        new("application/x-xz", 0, [0xFD, .. Ascii("7zXZ"), 0]),
        new("application/zstd", 0, [0x28, 0xB5, 0x2F, 0xFD]),
        new("application/x-7z-compressed", 0, [.. Ascii("7z"), 0xBC, 0xAF, 0x27, 0x1C]),
        new("application/vnd.rar", 0, [.. Ascii("Rar!"), 0x1A, 7]),
        new("application/x-tar", 257, Ascii("ustar")),
    ];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
