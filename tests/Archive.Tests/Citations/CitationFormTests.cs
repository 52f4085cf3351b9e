using System.Text.Json.Nodes;
using Archive.Citations;
using Archive.Snapshots;

namespace Archive.Tests.Citations;

public sealed class CitationFormTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 24, 23, 59, 0, TimeSpan.Zero).AddMicroseconds(4);

    private static readonly RecordCitation Plain = new(
        new Moment("archive.example/main", 57, At, true), "visit_2023/c17@57", "visit_2023", "visit_2023/c17", "Visit", "archive.example/main", At, new string('a', 64),
        new CitedCheckpoint(60, new string('b', 64), ["archive.example/main+0123abcd"]));

    public static readonly TheoryData<string> Hostile = new(
        "Visit", "a } b", "a { b", "}}, note = {{x", "100% & $5 #1 x_y ^ ~ \\end{document}", "\"quoted\", “curly”", "<i>it</i> & &lt;b&gt;", "line\r\nbreak\u2028and\ttab", "ביקור \u202Eabc\u202C",
        "\u2067زيارة", "bell\a\u001b[31m\u009b", "\ud800 half", "😀 習近平", "@misc{x,", "\0", new string('{', 2000), "visit-2023@9");

    [Fact]
    public void The_text_has_all_that_a_reader_needs_to_find_and_prove_it() =>
        CitationLine.Of(Plain).ShouldBe(
            $"“Visit”, claim visit_2023/c17@57, recorded 2026-11-24T23:59:00.000004Z (UTC). Log archive.example/main; snapshot sha256:{new string('a', 64)}; "
            + $"checkpoint entry 60, root {new string('b', 64)}, key archive.example/main+0123abcd.");

    [Fact]
    public void What_is_closed_has_no_title_and_what_is_unsigned_says_so()
    {
        var text = CitationLine.Of(Plain with { Title = null, Claim = null, Reference = "visit_2023@57", Checkpoint = null });
        text.ShouldStartWith("“[closed record]”, record visit_2023@57,");
        text.ShouldEndWith("; no checkpoint yet.");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_the_title_every_form_is_whole_and_has_the_reference_once_more(string title)
    {
        var citation = Plain with { Title = title };
        var (text, bibtex, csl) = (CitationLine.Of(citation), BibtexCitation.Of(citation), CslCitation.Of(citation));
        text.ShouldNotContain('\n');
        text.Any(char.IsControl).ShouldBeFalse();
        text.Count(c => c == '\u2068').ShouldBe(text.Count(c => c == '\u2069'));
        text.IndexOfAny(['\u202E', '\u2067', '\u202C']).ShouldBe(-1);

        Depths(bibtex).Min().ShouldBe(0);
        Depths(bibtex).Last().ShouldBe(0);
        bibtex.TrimEnd().Split('\n').Length.ShouldBe(8);
        bibtex.Count(c => c == '@').ShouldBe(3 + title.Count(c => c == '@'));
        bibtex.Split('\n').Skip(1).SkipLast(2).ShouldAllBe(line => Depths(line).Last() == 0);

        var item = JsonNode.Parse(csl)!.AsArray().ShouldHaveSingleItem()!;
        item["title"]!.GetValue<string>().ShouldNotContain('<');
        item["archive_location"]!.GetValue<string>().ShouldBe("visit_2023/c17@57");
        item["issued"]!["date-parts"]!.ToJsonString().ShouldBe("[[2026,11,24]]");

        foreach (var form in new[] { text, bibtex, csl })
            (await ScanAsync(form)).Select(reference => reference.ToString()).ShouldContain("visit_2023/c17@57");
    }

    [Fact]
    public void What_is_special_to_TeX_is_escaped() => BibtexCitation.Of(Plain with { Title = @"\ { } ~ ^ $ & # _ %" })
        .ShouldContain(@"title = {{\textbackslash{} \textbraceleft{} \textbraceright{} \textasciitilde{} \textasciicircum{} \$ \& \# \_ \%}}");

    private static async Task<List<CitedReference>> ScanAsync(string text) =>
        await ReferenceScanner.ScanAsync(new StringReader(text), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>As BibTeX counts: a backslash before a brace changes nothing.</summary>
    private static IEnumerable<int> Depths(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            yield return depth;
        }
    }
}
