using System.Text.Json.Nodes;
using Archive.Claims;
using Archive.Cli.Display;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Snapshots;
using Spectre.Console;

namespace Archive.Tests.Cli;

public sealed class SheetTests
{
    private const string Hostile = "\u001b]0;owned\u0007 [red]markup[/] \u202e";

    [Fact]
    public async Task A_record_says_as_of_which_entry_it_is_and_what_pins_it()
    {
        var run = await Run.Of(new FakeArchive().Answers(Sample.Record(Sample.Claim())), "show", "r");

        run.Output.ShouldContain("entry 57, recorded 2026-11-24T09:30:00.000000Z");
        run.Output.ShouldContain("provisional");
        run.Output.ShouldContain("pin it with r@57");
        run.Output.ShouldContain(Sample.Digest);
    }

    [Fact]
    public async Task A_final_answer_says_so()
    {
        var run = await Run.Of(new FakeArchive().Answers(Sample.Record(Sample.Claim(), final: true)), "show", "r@57");

        run.Output.ShouldContain("final");
        run.Output.ShouldNotContain("provisional");
    }

    [Fact]
    public async Task A_date_is_shown_as_written_with_its_doubt_and_zone() =>
        (await Run.Of(new FakeArchive().Answers(Sample.Record(Sample.Claim())), "show", "r")).Output
            .ShouldContain("2023-03-20~ about 12:59 Europe/Moscow (approximate)");

    [Fact]
    public async Task A_claim_names_what_is_cited_unseen_and_brackets_supplied_titles()
    {
        var run = await Run.Of(
            new FakeArchive().Answers(new ClaimSnapshot(Sample.Moment(), Sample.Digest, Sample.Claim(), Sample.Support, Sample.Names())), "claim", "r/c1");

        run.Output.ShouldContain("[Report of the landing], TASS");
        run.Output.ShouldContain("cited unseen");
        run.Output.ShouldContain("1 independent origin (kremlin)");
        run.Output.ShouldContain("Xi Jinping (xi)");
    }

    [Theory]
    [InlineData("landed", "“landed” (exact, page 2, at 13-19, capture aaaaaaaaaaaa)")]
    [InlineData(null, "[words erased] (exact, page 2, at 13-19, capture aaaaaaaaaaaa)")]
    public async Task An_anchored_quote_shows_where_it_stands(string? exact, string shown)
    {
        var source = Sample.Source("tass", captured: true);
        source = source with { Captures = [source.Captures![0] with { Text = new ExtractedText(new string('e', 64), 40, "pdf", 1, null, [0, 10, 30]) }] };
        var quote = new Quote(exact, QuoteState.Exact, null, null, new QuotePosition(13, 19), source.Captures[0].Digest, new string('k', 64));
        var claim = Sample.Claim() with { Citations = [new Citation(1, "tass", Stance.Supports, CitedPart.All, quote, null, null)] };
        var names = Sample.Names() with { Sources = new Dictionary<string, SourceView>(StringComparer.Ordinal) { ["tass"] = source } };

        var run = await Run.Of(new FakeArchive().Answers(new ClaimSnapshot(Sample.Moment(), Sample.Digest, claim, Sample.Support, names)), "claim", "r/c1");

        run.Output.ReplaceLineEndings(" ").ShouldContain(shown);
    }

    [Fact]
    public async Task A_retraction_and_a_dispute_stand_beside_their_claim()
    {
        Citation Cite(int number) => new(number, "tass", Stance.Supports, CitedPart.All, null, null, null);
        var claim = Sample.Claim() with
        {
            Status = ClaimStatus.Retracted,
            Retraction = new Retraction(RetractionReason.Fabricated, "The agency withdrew it"),
            Disputes = [new Dispute(1, "When?", [new DisputeVersion("At one", [Cite(2)]), new DisputeVersion("At two", [Cite(3)])], null)],
        };

        var run = await Run.Of(new FakeArchive().Answers(Sample.Record(claim)), "show", "r");

        run.Output.ShouldContain("retracted (fabricated): The agency withdrew it");
        run.Output.ShouldContain("dispute 1, open: When?");
        run.Output.ShouldContain("1. At one [tass]");
    }

    [Fact]
    public async Task History_shows_who_when_why_and_only_the_citations_that_changed()
    {
        var citation = new JsonObject { ["number"] = 1, ["source"] = "tass", ["stance"] = "supports", ["about"] = "all" };
        var other = new JsonObject { ["number"] = 2, ["source"] = "wiki", ["stance"] = "contradicts", ["about"] = "when" };
        var item = new HistoryItem(
            Sample.Entry("claim/r/c1", 1), "r/c1", "wrong-time", Fault.Source, "Because", null, null,
            [
                new FieldChange("says", "Before", "After"),
                new FieldChange("citations", new JsonArray(citation.DeepClone()), new JsonArray(citation.DeepClone(), other)),
            ]);

        var run = await Run.Of(new FakeArchive().Answers(new History(Sample.Moment(), Sample.Digest, "r/c1", Sample.Page(item), Sample.Names())), "history", "r/c1");

        run.Output.ShouldContain("entry 6  claim-recorded.v1  recorded 2026-11-24T09:30:00.000000Z  by local");
        run.Output.ShouldContain("reason  wrong-time");
        run.Output.ShouldContain("- Before\n    + After");
        run.Output.ShouldContain("+ [2] contradicts (when) wiki");
        run.Output.ShouldNotContain("- [1]");
    }

    [Fact]
    public async Task A_trail_goes_from_the_claim_to_the_first_voice_with_entries_and_leaves()
    {
        var run = await Run.Of(new FakeArchive().Answers(Sample.Trail(Sample.Claim())), "trace", "r/c1");

        run.Output.ShouldContain("r/c1 version 1: Xi lands");
        run.Output.ShouldContain($"leaf {new string('b', 64)}");
        run.Output.ShouldContain("likely repeats  kremlin");
        run.Output.ShouldContain($"capture sha256 {new string('a', 64)}");
        run.Output.ShouldContain("wrong-time, fault source: The clock was off");
        run.Output.ShouldContain("notice: We were wrong");
    }

    [Fact]
    public async Task Hostile_text_reaches_neither_terminal_nor_JSON()
    {
        var archive = new FakeArchive().Answers(Sample.Record(Sample.Claim(says: Hostile)));
        foreach (var run in new[] { await Run.Of(archive, "show", "r"), await Run.Of(archive, "show", "r", "--json") })
        {
            run.Output.ShouldNotContain('\u001b');
            run.Output.ShouldNotContain('\u0007');
            run.Output.ShouldNotContain('\u202e');
            run.Output.ShouldContain("[red]markup[/]");
        }
    }

    [Fact]
    public async Task JSON_is_the_answer_in_its_documented_shape()
    {
        var run = await Run.Of(new FakeArchive().Answers(Sample.Record(Sample.Claim())), "show", "r", "--json");

        var answer = JsonNode.Parse(run.Output)!;
        answer["asOf"]!["entry"]!.GetValue<long>().ShouldBe(57);
        answer["asOf"]!["recordedAt"]!.GetValue<string>().ShouldBe("2026-11-24T09:30:00.000000Z");
        answer["asOf"]!["final"]!.GetValue<bool>().ShouldBeFalse();
        answer["digest"]!.GetValue<string>().ShouldBe(Sample.Digest);
        answer["claims"]!["items"]![0]!["content"]!["particulars"]!["kind"]!.GetValue<string>().ShouldBe("arrival");
        answer["claims"]!["items"]![0]!["content"]!["occurred"]!["edtf"]!.GetValue<string>().ShouldBe("2023-03-20~");
    }

    [Fact]
    public void A_terminal_gets_frames_and_a_pipe_gets_lines()
    {
        IReadOnlyList<Line>[][] rows = [[["r/c1"], ["习近平", "second"], ["[bold]not markup"]]];
        using var plain = new StringWriter { NewLine = "\n" };
        new PlainDisplay(plain).Table(["claim", "who", "says"], rows);

        plain.ToString().ShouldBe("claim  who     says\nr/c1   习近平  [bold]not markup\n       second\n");

        using var pipe = new StringWriter();
        new TerminalDisplay(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(pipe) })).Table(["claim", "who", "says"], rows);

        pipe.ToString().ShouldContain("[bold]not markup");
        pipe.ToString().ShouldContain("─");
    }
}
