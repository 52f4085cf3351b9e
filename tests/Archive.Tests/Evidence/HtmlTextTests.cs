using System.Text;
using Archive.Evidence.Texts;

namespace Archive.Tests.Evidence;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Xi  Jinping\n arrived</p>", "Xi Jinping arrived")]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("<div><div><p> one </p></div></div>\n<div>two<br>three<br><br>four</div>", "one\ntwo\nthree\n\nfour")]
    [InlineData("a<b>bold</b>c", "aboldc")]
    [InlineData("<p>Zelenskyy&rsquo;s &amp; &#x4e2d;&lt;i&gt;", "Zelenskyy’s & 中<i>")]
    [InlineData("<head><title>Title</title><style>p{}</style></head><body><script>alert(1)</script><p>text<template>no</template><noscript>no</noscript>", "text")]
    [InlineData("<!-- comment --><p>a<!-- x -->b", "ab")]
    [InlineData("<table><tr><td>a<td> b </td></tr><tr><th>c</th> <td>d</td></tr></table>after", "a\tb\nc\td\nafter")]
    [InlineData("<pre>\n  two  spaces\n\tand\r\nlines</pre>x", "  two  spaces\n\tand\nlines\nx")]
    [InlineData("<p>no&nbsp;break soft&shy;hyphen", "no\u00A0break soft\u00ADhyphen")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    [InlineData("<p hidden>kept", "kept")]
    [InlineData("<p>مرحبا <b>بالعالم</b></p>", "مرحبا بالعالم")]
    [InlineData("<p>a</p>  \n <hr> <p>b", "a\nb")]
    [InlineData("<iframe>no</iframe><object>no</object><video>no</video>yes", "yes")]
    [InlineData("<h1>Head</h1>text <i>it</i> .", "Head\ntext it .")]
    public async Task The_text_is_what_a_reader_reads(string html, string text) => (await TextAsync(html)).ShouldBe(text);

    [Fact]
    public async Task Nothing_but_markup_is_no_text() => (await ReadAsync("<html><body><script>x</script> </body>"u8.ToArray(), null)).ShouldBeOfType<Extraction.None>();

    [Theory]
    [InlineData("<meta charset=windows-1251>", "windows-1251")]
    [InlineData("<META http-equiv=Content-Type content=\"text/html; charset=KOI8-R\">", "koi8-r")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", "windows-1251")]
    public async Task A_page_says_its_encoding(string says, string charset)
    {
        var taken = (await ReadAsync(Charsets.Find(charset)!.GetBytes(says + "<p>Москва"), null)).ShouldBeOfType<Extraction.Taken>();

        (Encoding.UTF8.GetString(taken.Utf8.Span), taken.Encoding).ShouldBe(("Москва", charset));
    }

    [Fact]
    public async Task What_was_declared_outside_goes_before_what_the_page_says()
    {
        var page = Charsets.Find("koi8-r")!.GetBytes("<meta charset=windows-1251><p>Москва");

        Encoding.UTF8.GetString((await ReadAsync(page, "koi8-r")).ShouldBeOfType<Extraction.Taken>().Utf8.Span).ShouldBe("Москва");
    }

    [Fact]
    public async Task A_page_in_no_known_encoding_is_an_error() =>
        (await ReadAsync(Charsets.Find("windows-1251")!.GetBytes("<p>Москва"), null)).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("at byte 3");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<span x=1>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    public async Task A_page_of_a_hundred_thousand_levels_is_an_error(string level) =>
        (await ReadAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(level, 100_000)) + "deep"), null))
            .ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("nested");

    [Theory]
    [InlineData("<p>")]
    [InlineData("<br>")]
    [InlineData("<tr><td>")]
    [InlineData("<div></div>")]
    [InlineData("<li><b>x</b>")]
    [InlineData("<option>")]
    public async Task Many_elements_beside_each_other_are_no_depth(string element) =>
        (await TextAsync(string.Concat(Enumerable.Repeat(element, 20_000)) + "end")).ShouldEndWith("end");

    /// <summary>Behind the depth at which browsers stop nesting, too.</summary>
    [Fact]
    public async Task A_page_of_a_thousand_levels_has_its_text() =>
        (await TextAsync(string.Concat(Enumerable.Repeat("<div>x", 1_000)))).Count(c => c == 'x').ShouldBe(1_000);

    [Fact]
    public async Task A_page_of_more_elements_than_any_is_an_error() =>
        (await ReadAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<b>", 1_000_000))), null)).ShouldBeOfType<Extraction.Failed>();

    [Fact]
    public async Task A_tag_of_a_million_attributes_costs_nothing() =>
        (await TextAsync("<p " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i} ")) + ">words")).ShouldBe("words");

    [Fact]
    public async Task A_page_that_is_too_large_is_an_error() =>
        (await ReadAsync(new byte[TextLimits.MostHtml + 1], null)).ShouldBeOfType<Extraction.Failed>().Why.ShouldContain("16,777,217");

    private static async Task<string> TextAsync(string html) =>
        Encoding.UTF8.GetString((await ReadAsync(Encoding.UTF8.GetBytes(html), null)).ShouldBeOfType<Extraction.Taken>().Utf8.Span);

    private static Task<Extraction> ReadAsync(byte[] bytes, string? charset) =>
        HtmlText.ReadAsync(bytes, charset, new ExtractionBudget(TimeProvider.System), TestContext.Current.CancellationToken);
}
