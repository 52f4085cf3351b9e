using System.Text;
using Archive.Evidence.Texts;

namespace Archive.Tests.Evidence;

public sealed class PdfTextTests
{
    [Fact]
    public void The_text_of_each_page_begins_where_it_says()
    {
        var taken = Read(PdfSample.WithPages("First page", "Second", "")).ShouldBeOfType<Extraction.Taken>();

        Encoding.UTF8.GetString(taken.Utf8.Span).ShouldBe("First page\nSecond\n\n");
        taken.Pages.ShouldBe([0, 11, 18]);
        taken.Length.ShouldBe(19);
    }

    [Fact]
    public void Pages_without_a_letter_are_no_text() => Read(PdfSample.WithPages("", " ")).ShouldBeOfType<Extraction.None>();

    [Fact]
    public void A_stream_that_unpacks_to_gigabytes_is_an_error_and_takes_none()
    {
        var bomb = PdfSample.Bomb(1024L * 1024 * 1024);
        bomb.Length.ShouldBeLessThan(20_000_000);
        var before = GC.GetTotalAllocatedBytes();

        Read(bomb).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("unpacks to more than 64 MB");

        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(300_000_000);
    }

    [Fact]
    public void Many_streams_that_together_unpack_to_too_much_are_an_error()
    {
        var page = PdfSample.Deflate(Encoding.ASCII.GetBytes(new string(' ', 40_000_000)));

        Read(PdfSample.Of([.. Enumerable.Repeat(page, 20)])).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("unpacks to more than 512 MB");
    }

    [Theory]
    [InlineData("%PDF-1.4\nnothing of the kind")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer << /Root 1 0 R >>")]
    [InlineData("%PDF-1.7\nxref\n0 99999999999\ntrailer << /Root 1 0 R /Prev 0 >>\nstartxref\n9\n%%EOF")]
    public void A_damaged_file_is_an_error(string pdf) => Read(Encoding.ASCII.GetBytes(pdf)).ShouldBeOfType<Extraction.Failed>();

    [Fact]
    public void Objects_a_million_levels_deep_are_an_error() =>
        Read(Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n{string.Concat(Enumerable.Repeat("[<</A ", 1_000_000))}\nendobj\ntrailer << /Root 1 0 R >>")).ShouldBeOfType<Extraction.Failed>();

    [Fact]
    public void A_file_that_was_cut_off_is_an_error_or_has_the_text_that_is_left()
    {
        var whole = PdfSample.WithPages("First page", "Second");
        foreach (var length in Enumerable.Range(1, 40).Select(i => whole.Length * i / 41))
            Read(whole[..length]).ShouldBeAssignableTo<Extraction>();
    }

    /// <summary>Any one byte of it may be wrong.</summary>
    [Fact]
    public void A_file_of_which_a_byte_was_changed_ends_nothing()
    {
        var whole = PdfSample.WithPages("First page", "Second");
        for (var i = 0; i < whole.Length; i += 3)
        {
            var changed = (byte[])whole.Clone();
            changed[i] ^= (byte)(1 << (i % 8));
            Read(changed).ShouldBeAssignableTo<Extraction>();
        }
    }

    [Fact]
    public void Lzw_is_measured_without_unpacking_it()
    {
        // The example of ISO 32000-1, section 7.4.4.2: 45 45 45 45 45 65 45 45 45 66.
        LzwLength.Of([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], early: true, long.MaxValue).ShouldBe(10);
    }

    private static Extraction Read(byte[] bytes) => PdfText.Read(bytes, new ExtractionBudget(TimeProvider.System));
}
