using System.Text.Json.Nodes;
using Archive.Citations;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Tests.Cli;

public sealed class CitationVerbTests
{
    private static readonly RecordCitation Citation = new(
        Sample.Moment(), "visit/c1@57", "visit", "visit/c1", "A visit", "archive.example/main", DateTimeOffset.UnixEpoch, Sample.Digest, new CitedCheckpoint(60, new string('b', 64), ["archive.example/main+0123abcd"]));

    [Theory]
    [InlineData("“A visit”, claim visit/c1@57", "visit@57", "--claim", "visit/c1")]
    [InlineData("“A visit”, claim visit/c1@57", "visit@57", "--claim", "c1", "--format", "text")]
    [InlineData("@misc{visit:c1:57,", "visit/c1@57", "--format", "bibtex")]
    [InlineData("[", "visit/c1", "--as-of", "57", "--format", "csl-json")]
    [InlineData("{", "visit/c1@57", "--format", "json")]
    [InlineData("{", "visit/c1@57", "--json", "--format", "bibtex")]
    public async Task A_citation_is_written_as_it_was_asked_for(string beginning, params string[] words)
    {
        var archive = new FakeArchive().Answers(Citation);
        var run = await Run.Of(archive, ["citation", .. words]);
        (run.Code, run.Error).ShouldBe((0, ""));
        run.Output.ShouldStartWith(beginning);
        archive.Asked.ShouldHaveSingleItem().ShouldBe(new GetCitation("visit", "visit/c1", new AsOf.Entry(57)));
    }

    [Fact]
    public async Task What_became_of_references_is_told_with_their_lines()
    {
        var archive = new FakeArchive().Answers(new ReferenceCheck(Sample.Moment(),
        [
            new CheckedReference("visit@57", 1, ReferenceState.Unchanged, null, []),
            new CheckedReference("visit/c1@57", 2, ReferenceState.Changed, null,
                [new ReferenceChange("visit/c1", ReferenceChangeKind.DisputeResolved, 80, DateTimeOffset.UnixEpoch, "wrong-time", Fault.Archive, "A misreading", "We were wrong.\u001b[31m")], 3),
            new CheckedReference("visit/c9@57", 3, ReferenceState.Unknown, "The archive has no claim visit/c9.", []),
        ]));
        var run = await Run.With(archive, "visit@57\n{visit/c1@57}\nvisit/c9@57", null, "check", "-");
        run.Code.ShouldBe(1);
        run.Output.ShouldNotContain("line 1 ");
        run.Output.ShouldContain("line 2  visit/c1@57");
        run.Output.ShouldContain("visit/c1 dispute resolved in entry 80, recorded 1970-01-01T00:00:00.000000Z: wrong-time, fault archive. A misreading Notice: We were wrong.");
        run.Output.ShouldNotContain('\u001b');
        run.Output.ShouldContain("and 3 more");
        run.Output.ShouldContain("unknown: The archive has no claim visit/c9.");
        archive.Asked.ShouldHaveSingleItem().ShouldBe(new CheckReferences([new("visit", 57, 1), new("visit/c1", 57, 2), new("visit/c9", 57, 3)]));

        run = await Run.With(archive, "visit@57\n{visit/c1@57}\nvisit/c9@57", null, "check", "-", "--json");
        var lines = run.Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        lines.Length.ShouldBe(4);
        lines[1]["changes"]![0]!["kind"]!.GetValue<string>().ShouldBe("dispute-resolved");
        (lines[3]["references"]!.GetValue<int>(), lines[3]["changed"]!.GetValue<int>(), lines[3]["unknown"]!.GetValue<int>()).ShouldBe((3, 1, 1));
    }

    [Fact]
    public async Task References_are_asked_about_by_the_page()
    {
        var archive = new FakeArchive().Answers(new ReferenceCheck(Sample.Moment(), []));
        var run = await Run.With(archive, string.Concat(Enumerable.Range(1, 1_001).Select(i => $"visit/c{i}@57\n")), null, "check", "-");
        run.Code.ShouldBe(0);
        archive.Asked.Cast<CheckReferences>().Select(asked => asked.References.Count).ShouldBe([500, 500, 1]);
    }

    [Fact]
    public async Task A_text_without_references_says_so_and_a_file_that_is_not_there_is_wrong_usage()
    {
        var run = await Run.With(new FakeArchive(), "nothing here", null, "check", "-");
        (run.Code, run.Output).ShouldBe((0, "No reference in -: they have the form visit-2023@57 or visit-2023/c17@57.\n"));
        (await Run.Of("check", "/nowhere/at/all")).Code.ShouldBe(2);
        (await Run.Of("check", "/")).Error.ShouldStartWith("'/' is a folder. Name a file.");
    }

    [Fact]
    public async Task What_is_no_plain_text_is_never_taken_for_a_text_without_references()
    {
        var run = await Run.With(new FakeArchive(), "PK\u0003\u0004\0\0visit-2023@57", null, "check", "-");
        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldStartWith("Standard input is no plain text: save or export it as text in UTF-8");
    }
}
