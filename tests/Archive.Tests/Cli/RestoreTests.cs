using Archive.Backups;
using Archive.EventLog;

namespace Archive.Tests.Cli;

public sealed class RestoreTests
{
    private static readonly RestoredArchive Restored = new(
        "a@1.0d8f2a3b", Guid.Empty, 1, new BackedUpEntry(1, Sample.At, Guid.Empty, Sample.Digest), Sample.Digest, [new LogPredecessor("a", 1, Sample.Digest)], 4, 3);

    [Theory]
    [InlineData("none", 0, null)]
    [InlineData("57", 57, null)]
    [InlineData($"57:{Sample.Digest}", 57, Sample.Digest)]
    public async Task The_known_entry_is_taken_from_the_option(string text, long number, string? leafHash)
    {
        using var backup = new TemporaryBackup();
        var archive = new FakeArchive().Answers(Restored);

        var run = await Run.Of(archive, "restore", backup.Folder, "--known", text);

        run.Code.ShouldBe(0, run.Error);
        archive.Asked.ShouldHaveSingleItem().ShouldBeOfType<RestoreBackup>().Known.ShouldBe(new KnownEntry(number, leafHash));
        run.Output.ShouldContain("goes on from  a, up to entry 1");
        run.Output.ShouldContain("4 entries that somebody has seen");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("5:abc")]
    [InlineData("5:")]
    [InlineData("five")]
    [InlineData("1,000")]
    [InlineData("None")]
    [InlineData("")]
    public async Task What_is_no_known_entry_is_wrong_usage(string text)
    {
        using var backup = new TemporaryBackup();

        var run = await Run.Of("restore", backup.Folder, "--known", text);

        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("ENTRY, ENTRY:LEAFHASH or none");
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_a_missing_known_entry_is_wrong_usage_and_says_why()
    {
        using var backup = new TemporaryBackup();
        var archive = new FakeArchive();

        var run = await Run.Of(archive, "restore", backup.Folder);

        run.Code.ShouldBe(2);
        run.Error.ShouldContain("--known");
        run.Error.ShouldContain("must not silently get its numbers");
        archive.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_terminal_it_is_asked_for()
    {
        using var backup = new TemporaryBackup();
        var archive = new FakeArchive().Answers(Restored);

        var run = await Run.With(archive, "57\n", edit: null, mayAsk: true, "restore", backup.Folder);

        run.Error.ShouldContain("Which is the latest entry that anybody has seen");
        archive.Asked.ShouldHaveSingleItem().ShouldBeOfType<RestoreBackup>().Known.Number.ShouldBe(57);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_before_anything_is_asked()
    {
        var run = await Run.With(new FakeArchive(), "", edit: null, mayAsk: true, "restore", Path.GetTempPath() + "no-such-backup");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("backup-missing");
        run.Error.ShouldNotContain("Which is");
    }

    [Fact]
    public async Task An_archive_whose_restore_was_not_finished_is_refused()
    {
        var run = await Run.Of(new FakeArchive { Outage = new LogRefusedException(new LogState(new LogIdentity(Guid.Empty, "archive.test/log", []), "digest", null).WhyShut()!) }, "records");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("restore-unfinished");
    }
}
