using System.Text.Json.Nodes;

namespace Archive.Tests.Cli;

public sealed class AnchorVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("anchor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{"exact": "saw"}""", 12, 15)]
    [InlineData("""{"exact": "He", "prefix": "saw. "}""", 17, 19)]
    [InlineData("""{"exact": "He", "start": 9, "end": 11}""", 9, 11)]
    [InlineData("""{"start": 0, "end": 2}""", 0, 2)]
    [InlineData("""{"type": "TextQuoteSelector", "exact": "😀"}""", 25, 26)]
    [InlineData("""{"type": "TextPositionSelector", "start": 25, "end": 26}""", 25, 26)]
    [InlineData("""[{"type": "TextQuoteSelector", "exact": "He"}, {"type": "TextPositionSelector", "start": 9, "end": 11}]""", 9, 11)]
    [InlineData("""{"type": "TextPositionSelector", "start": 9, "end": 16, "refinedBy": {"type": "TextQuoteSelector", "exact": "He"}}""", 9, 11)]
    [InlineData("""{"exact": "He saw. He", "refinedBy": {"start": 3, "end": 6}}""", 12, 15)]
    public async Task A_selector_of_one_place_ends_with_0(string selector, int start, int end)
    {
        var run = await Run.Of("anchor", "--text", Text("He came. He saw. He won. 😀"), "--selector", selector, "--json");

        run.Code.ShouldBe(0, run.Error);
        var answer = JsonNode.Parse(run.Output)!;
        answer["state"]!.GetValue<string>().ShouldBe("exact");
        (answer["position"]!["start"]!.GetValue<int>(), answer["position"]!["end"]!.GetValue<int>()).ShouldBe((start, end));
        answer["places"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"exact": "He"}""", "ambiguous", 3)]
    [InlineData("""{"exact": "HE"}""", "missing", 0)]
    [InlineData("""{"exact": "saw", "start": 0, "end": 3}""", "missing", 0)]
    [InlineData("""{"start": 0, "end": 300}""", "missing", 0)]
    [InlineData("""{"exact": "He saw", "refinedBy": {"exact": "came"}}""", "missing", 0)]
    public async Task A_selector_of_several_places_or_none_ends_with_1(string selector, string state, int count)
    {
        var run = await Run.Of("anchor", "--text", Text("He came. He saw. He won."), "--selector", selector, "--json");

        run.Code.ShouldBe(1, run.Error);
        var answer = JsonNode.Parse(run.Output)!;
        (answer["valid"]!.GetValue<bool>(), answer["state"]!.GetValue<string>(), answer["count"]!.GetValue<int>()).ShouldBe((false, state, count));
        answer["position"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"exact": ""}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""7""")]
    [InlineData("""{"exact": 7}""")]
    [InlineData("""{"exact": "\ud83d"}""")]
    [InlineData("""{"start": 3}""")]
    [InlineData("""{"start": 3, "end": 3}""")]
    [InlineData("""{"start": 1.5, "end": 3}""")]
    [InlineData("""{"prefix": "a"}""")]
    [InlineData("""{"exact": "a", "exakt": "b"}""")]
    [InlineData("""{"type": "XPathSelector", "value": "/a"}""")]
    [InlineData("""{"type": "TextQuoteSelector", "start": 1, "end": 2}""")]
    [InlineData("""[{"exact": "a"}, {"exact": "b"}]""")]
    [InlineData("""{"exact": """)]
    public async Task What_is_no_selector_ends_with_2_and_says_why(string selector)
    {
        var run = await Run.Of("anchor", "--text", Text("a text"), "--selector", selector);

        run.Code.ShouldBe(2);
        run.Error.ShouldEndWith(".\n");
    }

    [Fact]
    public async Task The_nearest_match_is_shown_with_what_differs()
    {
        var run = await Run.Of("anchor", "--text", Text("It landed\nat “Vnukovo”."), "--selector", """{"exact": "landed at \"Vnukovo\""}""");

        run.Code.ShouldBe(1);
        run.Output.ShouldBe("missing   \n  3-22  It landed at “Vnukovo”.  differs: white-space, quotation-marks\n");
    }

    [Theory]
    [InlineData("{\"exact\": \"saw\"}\n\n{\"selector\": {\"exact\": \"won\"}}\n", 0, 2)]
    [InlineData("{\"exact\": \"saw\"}\n{\"exact\": \"He\"}\n", 1, 2)]
    [InlineData("{\"exact\": \"saw\"}\nnonsense\n{\"exact\": \"no\"}\n", 2, 2)]
    [InlineData("", 0, 0)]
    public async Task A_batch_of_selectors_is_answered_line_by_line(string input, int code, int lines)
    {
        var run = await Run.With(new FakeArchive(), input, null, "anchor", "--text", Text("He came. He saw. He won."), "--json");

        run.Code.ShouldBe(code);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["state"]).Count().ShouldBe(lines);
    }

    [Fact]
    public async Task The_text_of_a_page_is_searched_without_its_tags()
    {
        var page = Path.Combine(_folder, "page.html");
        await File.WriteAllTextAsync(page, "<!DOCTYPE html><html><body><p>It landed at <b>Vnukovo</b> &amp; stayed</p><script>landed</script></body></html>", TestContext.Current.CancellationToken);

        (await Run.Of("anchor", "--text", page, "--selector", """{"exact": "landed at Vnukovo & stayed"}""")).Code.ShouldBe(0);
        (await Run.Of("anchor", "--text", page, "--media-type", "text/plain", "--selector", """{"exact": "<b>Vnukovo</b>"}""")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_whose_name_says_that_it_is_plain_text_is_taken_as_it_stands() =>
        (await Run.Of("anchor", "--text", Text("<html><p>a &amp; b</p></html>"), "--selector", """{"exact": "<p>a &amp; b"}""")).Code.ShouldBe(0);

    [Fact]
    public async Task A_text_may_come_on_standard_input()
    {
        (await Run.With(new FakeArchive(), "some words", null, "anchor", "--text", "-", "--selector", """{"exact": "words"}""")).Code.ShouldBe(0);
        (await Run.With(new FakeArchive(), "some words", null, "anchor", "--text", "-")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_no_text_ends_with_2()
    {
        var broken = Path.Combine(_folder, "broken.txt");
        await File.WriteAllBytesAsync(broken, [0x61, 0xFF, 0x62], TestContext.Current.CancellationToken);
        var picture = Path.Combine(_folder, "picture");
        await File.WriteAllBytesAsync(picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], TestContext.Current.CancellationToken);

        foreach (var file in new[] { broken, picture, Path.Combine(_folder, "none.txt") })
            (await Run.Of("anchor", "--text", file, "--selector", """{"exact": "a"}""")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task The_database_is_not_asked_for() => (await Run.Of(
        new FakeArchive { Outage = new InvalidOperationException("opened") }, "anchor", "--text", Text("a"), "--selector", """{"exact": "a"}""")).Code.ShouldBe(0);

    private string Text(string text)
    {
        var file = Path.Combine(_folder, "text.txt");
        File.WriteAllText(file, text);
        return file;
    }
}
