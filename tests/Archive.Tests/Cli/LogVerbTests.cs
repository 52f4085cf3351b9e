using Archive.Cli.Opening;
using Archive.LogCopies;

namespace Archive.Tests.Cli;

public sealed class LogVerbTests
{
    private static readonly LogEnd One = new("the database of ARCHIVE_POSTGRES or ARCHIVE_HOME", Guid.Empty);

    private static readonly LogEnd Other = new("EventStoreDB at localhost:2113, prefix archive", Guid.Empty);

    [Fact]
    public async Task A_copy_says_what_was_closed_where_the_archive_goes_on_and_what_to_do()
    {
        var archive = new FakeArchive().Answers(new CopiedLog("a", One, Other, 57, Sample.At, Sample.Digest, "schema archive_log_closed_67ab3ab0"));

        var run = await Run.Of(archive, "log", "copy", "--from", "postgres", "--to", "eventstoredb");

        run.Code.ShouldBe(0, run.Error);
        archive.Asked.ShouldHaveSingleItem().ShouldBe(new LogEnds("postgres", "eventstoredb"));
        run.Output.ShouldContain(One.Place);
        run.Output.ShouldContain(Other.Place);
        run.Output.ShouldContain("archive_log_closed_67ab3ab0");
        run.Output.ShouldContain("start every process with settings for the new log");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_comparison_ends_with_0_where_the_logs_are_equal_and_with_1_where_they_differ(bool equal, int code)
    {
        var compared = new ComparedLogs(equal, One, Other, 56, Sample.Digest, equal ? null : new LogDifference(57, "metadata.actor", "anna", "mallory"));

        var run = await Run.Of(new FakeArchive().Answers(compared), "log", "compare", "--from", "postgres", "--to", "eventstoredb");

        (run.Code, run.Error).ShouldBe((code, ""));
        run.Output.ShouldContain(Sample.Digest);
        run.Output.Contains("entry 57, metadata.actor", StringComparison.Ordinal).ShouldBe(!equal);
    }

    [Theory]
    [InlineData("copy", "--from", "postgres")]
    [InlineData("compare", "--to", "postgres")]
    public async Task Both_logs_have_to_be_named(params string[] words) =>
        (await Run.Of(["log", .. words])).Code.ShouldBe(2);

    [Fact]
    public void What_names_a_log_may_hold_a_password_and_is_not_shown() =>
        new LogEnds("esdb://user:secret@host", "postgres").ToString().ShouldNotContain("secret");
}
