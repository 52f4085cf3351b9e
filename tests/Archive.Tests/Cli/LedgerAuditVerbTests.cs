using System.Text.Json.Nodes;
using Archive.Domain.Ledger.Notes;
using Archive.LedgerAudits;

namespace Archive.Tests.Cli;

public sealed class LedgerAuditVerbTests
{
    private static readonly LedgerDifference Changed = new(
        LedgerPart.Event,
        DifferenceKind.Changed,
        "The event of entry 40 was changed in the log: /payloadDigest.",
        "Compare it with a backup.",
        40,
        new Guid("7b0b2f0e-5f0e-5f6b-8c8e-0c6a6a1f4b11"),
        "claim/visit-2023/c17",
        Members: ["/payloadDigest"],
        Expected: "aa",
        Found: "bb");

    [Fact]
    public async Task An_audit_that_finds_everything_ends_with_0()
    {
        var archive = new FakeArchive().Answers(Audit());
        var run = await Run.Of(archive, "audit", "ledger", "--anew", "--state", "audit.json");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("Everything is as it should be.");
        var asked = archive.Asked.OfType<AuditLedger>().ShouldHaveSingleItem();
        (asked.Anew, asked.File).ShouldBe((true, Path.GetFullPath("audit.json")));
    }

    [Fact]
    public async Task An_audit_that_finds_a_difference_ends_with_1_and_says_what_where_and_what_to_do()
    {
        var run = await Run.Of(new FakeArchive().Answers(Audit(Changed)), "audit", "ledger", "--state", "audit.json");

        run.Code.ShouldBe(1);
        foreach (var told in (string[])["changed", "event", "entry", "40", "7b0b2f0e", "claim/visit-2023/c17", "expected", "Compare it with a backup.", "there may be more"])
            run.Output.ShouldContain(told);
    }

    [Fact]
    public async Task An_audit_in_json_says_whether_it_is_sound()
    {
        var run = await Run.Of(new FakeArchive().Answers(Audit(Changed)), "audit", "ledger", "--state", "audit.json", "--json");

        run.Code.ShouldBe(1);
        JsonNode.Parse(run.Output)!["sound"]!.GetValue<bool>().ShouldBeFalse();
        JsonNode.Parse(run.Output)!["difference"]!["part"]!.GetValue<string>().ShouldBe("event");
    }

    [Fact]
    public async Task A_checkpoint_that_is_not_there_is_wrong_usage()
    {
        var run = await Run.Of(new FakeArchive(), "audit", "ledger", "--state", "audit.json", "--checkpoint", "nowhere.checkpoint");
        (run.Code, run.Error.Contains("no file", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    [Fact]
    public async Task Keys_that_an_auditor_trusts_may_stand_in_a_file_and_a_private_one_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("archive-audit-keys-");
        try
        {
            using var first = new SigningKey("archive.example/main", NoteKeyType.Ed25519, new byte[32]);
            using var second = new SigningKey("archive.example/main", NoteKeyType.Ed25519, Enumerable.Repeat((byte)1, 32).ToArray());
            var (keys, secret) = (Path.Combine(folder.FullName, "keys"), Path.Combine(folder.FullName, "secret"));
            await File.WriteAllTextAsync(keys, $"# both of the overlap\n{first.Verifier}\n{second.Verifier}\n");
            await File.WriteAllTextAsync(secret, first.ToFile());

            var archive = new FakeArchive().Answers(Audit());
            (await Run.Of(archive, "audit", "ledger", "--state", "audit.json", "--key", keys)).Code.ShouldBe(0);
            archive.Asked.OfType<AuditLedger>().ShouldHaveSingleItem().Keys.ShouldBe([first.Verifier.ToString(), second.Verifier.ToString()]);

            (await Run.Of(new FakeArchive(), "audit", "ledger", "--state", "audit.json", "--checkpoint", keys)).Code.ShouldBe(2);
            var refused = await Run.Of(new FakeArchive(), "audit", "ledger", "--state", "audit.json", "--key", secret);
            (refused.Code, refused.Error.Contains("private key", StringComparison.Ordinal)).ShouldBe((2, true));
            refused.Error.ShouldNotContain(first.ToFile().Split('+')[^1].Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_key_that_is_none_is_wrong_usage_and_no_difference() =>
        (await Run.Of(new FakeArchive(), "audit", "ledger", "--state", "audit.json", "--key", "archive.example/main+00000000+AAAA")).Code.ShouldBe(2);

    private static LedgerAudit Audit(LedgerDifference? difference = null) => new(Sample.Moment(), difference is null ? new string('a', 64) : null, null, 57, 57, 12, 1, 3, difference);
}
