using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Archive.Tests.Evidence;

/// <summary>PDFs as they are needed: good ones, and such as nobody means well with.</summary>
internal static class PdfSample
{
    /// <summary>One page a text, each in Helvetica.</summary>
    public static byte[] WithPages(params string[] texts) => Of(texts.Select(text => Deflate(Encoding.ASCII.GetBytes($"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"))).ToArray());

    /// <summary>A page whose drawing unpacks to so many bytes.</summary>
    public static byte[] Bomb(long unpacked) => Of([Zeros(unpacked)]);

    /// <summary>A page with so many letters.</summary>
    public static byte[] Letters(int count) => Of([Deflate([.. "BT /F1 1 Tf ("u8, .. Enumerable.Repeat((byte)'a', count), .. ") Tj ET"u8])]);

    /// <summary>A drawing that draws a drawing twice, which does the same, so many levels deep.</summary>
    public static byte[] Forms(int levels)
    {
        var drawings = Enumerable.Range(0, levels).Select(level =>
            (level == levels - 1 ? "BT /F1 1 Tf (a) Tj ET" : $"/X{level + 1} Do /X{level + 1} Do", $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources {{0}}")).ToArray();
        return Write([Deflate("/X0 Do"u8.ToArray())], drawings);
    }

    public static byte[] Of(params byte[][] deflated) => Write(deflated, []);

    public static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zeros(long count)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var left = count; left > 0; left -= blanks.Length)
                zlib.Write(blanks, 0, (int)Math.Min(left, blanks.Length));
        }

        return packed.ToArray();
    }

    private static byte[] Write(byte[][] pages, (string Drawing, string Dictionary)[] forms)
    {
        var (firstPage, firstForm) = (4, 4 + (2 * pages.Length));
        var resources = $"<< /Font << /F1 3 0 R >> /XObject << {string.Join(' ', forms.Select((_, i) => $"/X{i} {firstForm + i} 0 R"))} >> >>";
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Put("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{firstPage + (2 * i)} 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var i = 0; i < pages.Length; i++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources} /Contents {firstPage + (2 * i) + 1} 0 R >>");
            StreamObject("/Filter /FlateDecode", pages[i]);
        }

        foreach (var (drawing, dictionary) in forms)
            StreamObject(string.Format(CultureInfo.InvariantCulture, dictionary, resources), Encoding.ASCII.GetBytes(drawing));
        var at = pdf.Position;
        Put($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
        return pdf.ToArray();

        void Put(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));

        void Object(string body)
        {
            places.Add(pdf.Position);
            Put($"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        void StreamObject(string dictionary, byte[] bytes)
        {
            places.Add(pdf.Position);
            Put($"{places.Count} 0 obj\n<< {dictionary} /Length {bytes.Length} >>\nstream\n");
            pdf.Write(bytes);
            Put("\nendstream\nendobj\n");
        }
    }
}
