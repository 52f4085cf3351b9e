using System.Text;
using Archive.Evidence.Texts;
using CsCheck;

namespace Archive.Tests.Evidence;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("windows-1251", "Москва встречает")]
    [InlineData("koi8-r", "Москва встречает")]
    [InlineData("iso-8859-5", "Москва встречает")]
    [InlineData("ibm866", "Москва встречает")]
    [InlineData("windows-1252", "“café” – naïve")]
    [InlineData("iso-8859-2", "Příliš žluťoučký kůň")]
    [InlineData("windows-1256", "السلام عليكم")]
    [InlineData("windows-1255", "שלום")]
    [InlineData("gb18030", "中华人民共和国主席习近平𠀀")]
    [InlineData("gb2312", "中华人民共和国")]
    [InlineData("big5", "習近平訪問莫斯科")]
    [InlineData("shift_jis", "日本語テキスト")]
    [InlineData("euc-jp", "日本語テキスト")]
    [InlineData("iso-2022-jp", "日本語テキスト")]
    [InlineData("euc-kr", "한국어")]
    [InlineData("utf-16le", "любой 𝄞")]
    [InlineData("utf-16be", "любой 𝄞")]
    [InlineData("utf-32le", "любой 𝄞")]
    [InlineData("utf-8", "любой 𝄞")]
    public async Task A_declared_encoding_is_read(string charset, string text)
    {
        var bytes = Charsets.Find(charset)!.GetBytes(text);

        var taken = (await ReadAsync(bytes, charset)).ShouldBeOfType<Extraction.Taken>();

        Encoding.UTF8.GetString(taken.Utf8.Span).ShouldBe(text);
        taken.Length.ShouldBe(text.EnumerateRunes().Count());
        taken.Encoding.ShouldBe(Charsets.NameOf(charset));
    }

    [Fact]
    public async Task A_byte_order_mark_goes_before_what_was_declared_and_is_no_part_of_the_text()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            var taken = (await ReadAsync([.. encoding.Preamble, .. encoding.GetBytes("Привет")], "windows-1251")).ShouldBeOfType<Extraction.Taken>();
            (Encoding.UTF8.GetString(taken.Utf8.Span), taken.Length).ShouldBe(("Привет", 6));
        }
    }

    [Fact]
    public async Task What_nobody_declared_is_utf_8_or_plainly_utf_16_and_never_guessed()
    {
        (await ReadAsync(Encoding.UTF8.GetBytes("Привет"), null)).ShouldBeOfType<Extraction.Taken>().Encoding.ShouldBe("utf-8");
        (await ReadAsync(Encoding.Unicode.GetBytes("Plain words"), null)).ShouldBeOfType<Extraction.Taken>().Encoding.ShouldBe("utf-16le");
        var why = (await ReadAsync(Charsets.Find("windows-1251")!.GetBytes("ab Привет"), null)).ShouldBeOfType<Extraction.Failed>().Why;
        why.ShouldContain("it is not utf-8 (CF stands at byte 3)");
        why.ShouldContain("charset=");
    }

    [Theory]
    [InlineData("utf-8", "6162FF6364", "FF stands at byte 2")]
    [InlineData("utf-8", "61C3", "C3 stands at byte 1")]
    [InlineData("utf-8", "61EDA080", "at byte 1")]
    [InlineData("utf-16le", "6100D8", "at byte 2")]
    [InlineData("gb18030", "6181FF", "at byte 1")]
    [InlineData("shift_jis", "618120", "at byte 1")]
    public async Task A_byte_that_the_encoding_does_not_have_is_an_error_that_says_where(string charset, string hex, string place) =>
        (await ReadAsync(Convert.FromHexString(hex), charset)).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain(place);

    /// <summary>Whatever piece of the stream it is in.</summary>
    [Fact]
    public async Task A_wrong_byte_far_behind_is_found_where_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('я', 100_000));
        bytes[150_000] = 0xFF;

        (await ReadAsync(bytes, null)).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("at byte 150,000");
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    public async Task An_encoding_that_is_none_is_an_error(string charset) =>
        (await ReadAsync("abc"u8.ToArray(), charset)).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain($"'{charset}'");

    [Fact]
    public async Task A_nul_is_in_no_text() =>
        (await ReadAsync([.. Encoding.ASCII.GetBytes(new string('a', 200_000)), 0], null)).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("U+0000 behind its first 200,000");

    [Fact]
    public async Task A_line_of_fifty_megabytes_is_more_than_is_kept()
    {
        var line = new byte[50_000_000];
        Array.Fill(line, (byte)'x');

        (await ReadAsync(line, null)).ShouldBe(TextOutput.TooLong);
    }

    /// <summary>Line ends, blanks, control characters and all: what positions count in is what the file says.</summary>
    [Fact]
    public void Every_character_stays_in_whatever_encoding_it_came() => Gen.Select(
        Gen.OneOf(Gen.Char['\u0001', '\u024F'].Array[0, 30].Select(characters => new string(characters)), Gen.OneOf(new[] { "\r\n", "𝄞", "\uFEFF", "中文", "\u200F", " \t" }.Select(Gen.Const).ToArray()).Array[0, 40_000].Select(string.Concat)),
        Gen.OneOf(new[] { "utf-8", "utf-16le", "utf-16be", "utf-32le", "gb18030" }.Select(Gen.Const).ToArray())).Sample(
        (text, charset) =>
        {
            var whole = "x" + text;
            var taken = (Extraction.Taken)ReadAsync(Charsets.Find(charset)!.GetBytes(whole), charset).Result;
            Encoding.UTF8.GetString(taken.Utf8.Span).ShouldBe(whole);
            taken.Length.ShouldBe(whole.EnumerateRunes().Count());
        },
        iter: 100);

    private static Task<Extraction> ReadAsync(byte[] bytes, string? charset) =>
        PlainText.ReadAsync(new MemoryStream(bytes), charset, TestContext.Current.CancellationToken);
}
