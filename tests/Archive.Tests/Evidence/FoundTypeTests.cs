using System.IO.Compression;
using System.Text;
using Archive.Evidence.Types;

namespace Archive.Tests.Evidence;

public sealed class FoundTypeTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png")]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("524946460000000057415645", "audio/wav")]
    [InlineData("49492A00", "image/tiff")]
    [InlineData("4D4D002A", "image/tiff")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("0001FE02255044462D312E37", "application/pdf")]
    [InlineData("504B0304140000000000", "application/zip")]
    [InlineData("1F8B0800", "application/gzip")]
    [InlineData("494433030000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("00000018667479706D703432", "video/mp4")]
    [InlineData("00000018667479704D344120", "audio/mp4")]
    [InlineData("4F67675300020000000000000000000000000000000000000000011E01766F72626973", "audio/ogg")]
    [InlineData("574152432F312E310D0A", "application/warc")]
    [InlineData("D0CF11E0A1B11AE1", "application/x-ole-storage")]
    [InlineData("7F454C4602010100", "application/octet-stream")]
    [InlineData("00000000", "application/octet-stream")]
    [InlineData("68656C6C6F00776F726C64", "application/octet-stream")]
    public void Bytes_are_known_by_their_signature(string hex, string type) => FoundType.Of(Convert.FromHexString(hex), null).ShouldBe(type);

    [Theory]
    [InlineData("Plain words", "text/plain")]
    [InlineData("ID3 is how a text may begin", "text/plain")]
    [InlineData("BM, or not", "text/plain")]
    [InlineData("  \n<!doctype html><title>x</title>", "text/html")]
    [InlineData("<HTML lang=en>", "text/html")]
    [InlineData("<p>A fragment", "text/html")]
    [InlineData("<pending> is no tag of HTML", "text/plain")]
    [InlineData("<?xml version='1.0'?><!-- note --><feed/>", "application/xml")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'/>", "application/xhtml+xml")]
    [InlineData("<?xml version='1.0'?><svg/>", "image/svg+xml")]
    [InlineData("{\"a\": [1, 2]}", "application/json")]
    [InlineData("[1, 2, ", "application/json")]
    [InlineData("[1] A note at the foot", "text/plain")]
    [InlineData("{{ template }}", "text/plain")]
    [InlineData("日本語の文章", "text/plain")]
    public void A_text_is_known_by_how_it_begins(string text, string type)
    {
        FoundType.Of(Encoding.UTF8.GetBytes(text), null).ShouldBe(type);
        FoundType.Of([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], null).ShouldBe(type);
        FoundType.Of([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], null).ShouldBe(type);
        FoundType.Of([.. Encoding.BigEndianUnicode.GetBytes(text)], "utf-16be").ShouldBe(type);
    }

    [Fact]
    public void What_is_packed_is_known_by_what_it_is_for()
    {
        FoundType.Of(Zip(("mimetype", "application/epub+zip"), ("META-INF/container.xml", "x")), null).ShouldBe("application/epub+zip");
        FoundType.Of(Zip(("mimetype", "application/vnd.oasis.opendocument.text")), null).ShouldBe("application/vnd.oasis.opendocument.text");
        FoundType.Of(Zip(("[Content_Types].xml", "x"), ("word/document.xml", "x")), null).ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        FoundType.Of(Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")), null).ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        FoundType.Of(Zip(("notes.txt", "words")), null).ShouldBe("application/zip");
        FoundType.Of(Gzip("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), null).ShouldBe("application/warc");
        FoundType.Of(Gzip("words"), null).ShouldBe("application/gzip");
        FoundType.Of([0x1F, 0x8B, 8, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], null).ShouldBe("application/gzip");
    }

    [Theory]
    [InlineData(null, "image/png", "image/png")]
    [InlineData("application/octet-stream", "image/png", "image/png")]
    [InlineData("text/plain", "image/png", null)]
    [InlineData("image/png", "application/octet-stream", null)]
    [InlineData("image/png", "image/jpeg", null)]
    [InlineData("text/html", "application/pdf", null)]
    [InlineData("application/pdf", "text/html", null)]
    [InlineData("text/plain", "text/html", "text/plain")]
    [InlineData("text/html", "text/plain", "text/html")]
    [InlineData("text/html", "application/json", null)]
    [InlineData("text/csv", "text/plain", "text/plain")]
    [InlineData("text/csv", "image/png", null)]
    [InlineData("application/x-novelty", "application/octet-stream", "application/octet-stream")]
    [InlineData("application/vnd.android.package-archive", "application/zip", "application/zip")]
    [InlineData("application/msword", "application/x-ole-storage", "application/x-ole-storage")]
    [InlineData("application/atom+xml", "application/xml", "application/xml")]
    [InlineData("application/geo+json", "application/json", "application/json")]
    [InlineData("video/mp4", "audio/mp4", "audio/mp4")]
    [InlineData("application/gzip", "application/warc", "application/warc")]
    [InlineData("audio/mpeg", "video/mp4", null)]
    public void What_was_declared_agrees_with_what_was_found_or_is_refused(string? declared, string found, string? type) =>
        TypeAgreement.Of(declared, found).ShouldBe(type);

    [Theory]
    [InlineData("text/html", "text/html", null)]
    [InlineData("Text/HTML; Charset=\"KOI8-R\"", "text/html", "KOI8-R")]
    [InlineData("text/xml;charset=utf-8;x=y", "application/xml", "utf-8")]
    [InlineData("image/jpg", "image/jpeg", null)]
    public void A_declared_type_is_read_with_its_encoding(string text, string essence, string? charset)
    {
        DeclaredType.TryParse(text, out var declared).ShouldBeTrue();
        declared.ShouldBe(new DeclaredType(essence, charset));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("text/")]
    [InlineData("a/b/c")]
    [InlineData("text/ht ml")]
    [InlineData("text/html; charset")]
    [InlineData("")]
    public void What_is_no_media_type_is_not_read_as_one(string text) => DeclaredType.TryParse(text, out _).ShouldBeFalse();

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.ASCII.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
            zip.Write(Encoding.ASCII.GetBytes(text));
        return bytes.ToArray();
    }
}
