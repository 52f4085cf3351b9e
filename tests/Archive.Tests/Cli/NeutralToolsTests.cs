using System.Text.Json.Nodes;

namespace Archive.Tests.Cli;

public sealed class NeutralToolsTests
{
    [Fact]
    public async Task A_valid_date_ends_with_0_and_shows_its_bounds()
    {
        var run = await Run.Of("edtf", "check", "2016-02-2X", "--json");

        run.Code.ShouldBe(0);
        var answer = JsonNode.Parse(run.Output)!;
        answer["valid"]!.GetValue<bool>().ShouldBeTrue();
        answer["level"]!.GetValue<int>().ShouldBe(2);
        answer["bounds"]!["intervals"]![0]!["earliest"]!.GetValue<string>().ShouldBe("2016-02-20T00:00:00.000000Z");
    }

    [Fact]
    public async Task An_invalid_date_ends_with_1_and_says_where()
    {
        var run = await Run.Of("edtf", "check", "2023-13", "--json");

        run.Code.ShouldBe(1);
        JsonNode.Parse(run.Output)!["error"]!["position"]!.GetValue<int>().ShouldBe(6);
    }

    [Theory]
    [InlineData("\"2023-03\"\n\n{\"edtf\": \"2023\"}\n", 0, 2)]
    [InlineData("\"2023-03\"\n\"2023-13\"\n\"2023-04\"\n", 1, 3)]
    [InlineData("\"2023-13\"\nnonsense\n\"2023-13\"\n", 2, 2)]
    [InlineData("{\"other\": 1}\n", 2, 0)]
    [InlineData("", 0, 0)]
    public async Task A_batch_of_dates_is_answered_line_by_line(string input, int code, int lines)
    {
        var run = await Run.With(new FakeArchive(), input, null, "edtf", "check", "--json");

        run.Code.ShouldBe(code);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["valid"]).Count().ShouldBe(lines);
    }

    [Fact]
    public async Task A_document_is_written_in_its_canonical_bytes_and_nothing_else()
    {
        var run = await Run.With(new FakeArchive(), " { \"b\" : 1.0, \"a\" : \"\\u20ac\" } ", null, "canonicalize", "-");

        (run.Code, run.Output).ShouldBe((0, "{\"a\":\"€\",\"b\":1}"));
    }

    [Fact]
    public async Task A_document_without_a_canonical_form_ends_with_1()
    {
        var run = await Run.With(new FakeArchive(), "{\"a\":1,\"a\":2}", null, "canonicalize", "-");

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("json-duplicate-key");
    }

    [Fact]
    public async Task A_double_is_given_by_its_bits() =>
        (await Run.Of("canonicalize", "--ieee", "4340000000000001")).Output.ShouldBe("9007199254740994");

    [Fact]
    public async Task A_batch_of_documents_and_doubles_is_answered_line_by_line()
    {
        var run = await Run.With(
            new FakeArchive(), "{\"json\": \"[1.0]\"}\n{\"ieee\": \"7ff0000000000000\"}\n{\"base64\": \"/w==\"}\n", null, "canonicalize", "--json");

        run.Code.ShouldBe(1);
        var answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        answers[0]["canonical"]!.GetValue<string>().ShouldBe("[1]");
        answers[1]["valid"]!.GetValue<bool>().ShouldBeFalse();
        answers[2]["error"]!["code"]!.GetValue<string>().ShouldBe("json-invalid-utf8");
    }

    [Fact]
    public async Task The_database_is_not_asked_for()
    {
        var archive = new FakeArchive { Outage = new InvalidOperationException("opened") };

        (await Run.Of(archive, "edtf", "check", "2023")).Code.ShouldBe(0);
        (await Run.Of(archive, "canonicalize", "--ieee", "0")).Code.ShouldBe(0);
    }
}
