using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Postgres;
using Archive.Projection;
using Archive.Records;
using Npgsql;

namespace Archive.Tests.Cli;

public sealed class ExitCodeTests
{
    private static readonly Refusal Why = new("some-code", "Because.");

    public static TheoryData<Outcome<RecordSnapshot>, string> Complaints => new()
    {
        { new Outcome<RecordSnapshot>.Invalid([new Violation("/on", "Not a date.")]), "/on: Not a date." },
        { new Outcome<RecordSnapshot>.NotFound(Why), "Because. (some-code)" },
        { new Outcome<RecordSnapshot>.Refused(Why), "Because. (some-code)" },
        { new Outcome<RecordSnapshot>.Forbidden(Why), "Because. (some-code)" },
        { new Outcome<RecordSnapshot>.Conflict("record/r", 3, 4), "revision 3, it is at 4" },
    };

    public static TheoryData<Exception> OutagesOfAllKinds =>
    [
        new NpgsqlException("refused"),
        new InvalidOperationException("wrapped", new NpgsqlException("refused")),
        new PostgresException("shutting down", "FATAL", "FATAL", "57P01"),
        new PostgresUnavailableException("Install PostgreSQL."),
        new ProjectionStoppedException("log-diverged", "Stopped at entry 5.", null),
        new TimeoutException("waited"),
        new ClockOffException("Three seconds ahead."),
        new UnreadableEventException("From the future."),
        new NpgsqlException("reading", new EndOfStreamException()),
        new NpgsqlException("reading", new TimeoutException()),
        new PostgresException("only reads", "ERROR", "ERROR", "25006"),
        new IOException("disk full"),
    ];

    [Theory]
    [MemberData(nameof(Complaints))]
    public async Task Every_outcome_but_Ok_ends_with_1_and_says_why_on_the_error_output(Outcome<RecordSnapshot> outcome, string why)
    {
        var run = await Run.Of(new FakeArchive().Answers(outcome), "show", "r");

        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(why);
    }

    [Fact]
    public async Task An_answer_ends_with_0() =>
        (await Run.Of(new FakeArchive().Answers(Sample.Record(Sample.Claim())), "show", "r")).Code.ShouldBe(0);

    [Theory]
    [MemberData(nameof(OutagesOfAllKinds))]
    public async Task An_outage_ends_with_3_and_no_stack_trace(Exception outage)
    {
        var run = await Run.Of(new FakeArchive { Outage = outage }, "show", "r");

        run.Code.ShouldBe(3);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotContain("   at ");
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_to_do()
    {
        var run = await Run.Of(new FakeArchive { Outage = new PostgresException("could not extend file", "ERROR", "ERROR", "53100") }, "show", "r");

        run.Code.ShouldBe(3);
        run.Error.ShouldContain("disk is full");
        run.Error.ShouldContain("Make room");
    }

    [Fact]
    public async Task A_change_that_an_outage_met_can_be_repeated_by_its_id()
    {
        var run = await Run.Of(new FakeArchive { OutageOfChanges = new NpgsqlException("broke") }, "authority", "add", "xi", "--kind", "person", "--name", "Xi");

        run.Code.ShouldBe(3);
        run.Error.ShouldContain("add --command-id ");
    }

    [Theory]
    [InlineData(true, null, 0, 0)]
    [InlineData(false, null, 0, 3)]
    [InlineData(false, "Entry 2 cannot be projected.", 3, 3)]
    public async Task Status_ends_with_3_where_the_projector_stopped_and_with_check_wherever_it_is_not_ready(bool ready, string? stopped, int code, int checkedCode)
    {
        StatusProblem[] problems = ready ? [] : [new(stopped is null ? "clock-off" : "event-unprojectable", stopped ?? "The clock is off.")];
        var archive = new FakeArchive().Answers(new ArchiveStatus("log", Guid.Empty, 1, Sample.At, 0, 1, 2, true, ready, problems, stopped));

        var plain = await Run.Of(archive, "status");

        plain.Code.ShouldBe(code);
        plain.Output.ShouldContain(ready ? "yes" : problems[0].Message);
        (await Run.Of(archive, "status", "--check")).Code.ShouldBe(checkedCode);
        (await Run.Of(archive, "status", "--check", "--json")).Code.ShouldBe(checkedCode);
    }

    [Fact]
    public async Task A_bug_ends_with_2_and_says_how_to_report_it()
    {
        var run = await Run.Of(new FakeArchive { Outage = new InvalidOperationException("broken") }, "show", "r");

        run.Code.ShouldBe(2);
        run.Error.ShouldContain("InvalidOperationException: broken");
        run.Error.ShouldContain("report");
    }

    [Fact]
    public async Task A_block_to_paste_keeps_its_lines()
    {
        Outcome<RecordSnapshot> outcome = new Outcome<RecordSnapshot>.Invalid([new Violation("claims.yaml:1:1", "Add:\n  - correct: c17\n    words: \u001bWORDS")]);

        (await Run.Of(new FakeArchive().Answers(outcome), "show", "r")).Error.ShouldContain("claims.yaml:1:1: Add:\n  - correct: c17\n    words: \\u{1B}WORDS");
    }

    [Fact]
    public async Task A_role_that_may_do_too_little_is_an_outage_with_advice()
    {
        var run = await Run.Of(new FakeArchive { Outage = new PostgresException("permission denied", "ERROR", "ERROR", "42501") }, "show", "r");

        run.Code.ShouldBe(3);
        run.Error.ShouldContain("name another role");
    }

    [Fact]
    public async Task A_statement_that_the_database_refuses_is_a_bug_not_an_outage() =>
        (await Run.Of(new FakeArchive { Outage = new PostgresException("no such column", "ERROR", "ERROR", "42703") }, "show", "r")).Code.ShouldBe(2);

    [Fact]
    public async Task Ctrl_C_ends_with_130() =>
        (await Run.Of(new FakeArchive { Outage = new OperationCanceledException() }, "show", "r")).Code.ShouldBe(130);

    [Theory]
    [InlineData("show")]
    [InlineData("show", "r", "--kind", "party")]
    [InlineData("show", "r", "--match", "certainly")]
    [InlineData("show", "r", "--page", "0")]
    [InlineData("show", "r", "--page-size", "1001")]
    [InlineData("show", "r@soon")]
    [InlineData("show", "r@5", "--as-of", "5")]
    [InlineData("diff", "r")]
    [InlineData("claim")]
    [InlineData("claim", "rank", "r/c1", "best")]
    [InlineData("claim", "dispute", "r/c1", "--question", "?", "--version", "only", "tass")]
    [InlineData("claim", "dispute", "r/c1", "--question", "?", "--version", "one", "tass", "--version", "two")]
    [InlineData("claim", "cite", "r/c1", "tass:loves")]
    [InlineData("record")]
    [InlineData("nonsense")]
    [InlineData()]
    public async Task Wrong_usage_ends_with_2_and_points_to_help(params string[] words)
    {
        var run = await Run.Of(words);

        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_mistyped_verb_gets_a_suggestion() => (await Run.Of("shwo", "r")).Error.ShouldContain("Did you mean show?");

    [Fact]
    public async Task A_mistyped_id_gets_a_suggestion()
    {
        var item = new RecordListItem(Sample.Record(Sample.Claim()).Record with { Id = "visit-2023" }, 1, 0, 0);
        var archive = new FakeArchive().Answers(new RecordList(Sample.Moment(), Sample.Page(item), Sample.Names()));

        (await Run.Of(archive, "show", "vist-2023")).Error.ShouldContain("Did you mean visit-2023?");
    }

    [Fact]
    public async Task Errors_are_JSON_on_the_error_output_where_JSON_was_asked_for()
    {
        var run = await Run.Of(new FakeArchive().Answers<RecordSnapshot>(new Outcome<RecordSnapshot>.Refused(Why)), "show", "r", "--json");

        run.Output.ShouldBeEmpty();
        var error = JsonNode.Parse(run.Error)!["error"]!;
        error["kind"]!.GetValue<string>().ShouldBe("refused");
        error["code"]!.GetValue<string>().ShouldBe("some-code");
    }
}
