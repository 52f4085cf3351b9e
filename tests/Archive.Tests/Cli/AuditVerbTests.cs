using System.Text.Json.Nodes;
using Archive.Domain.Evidence;
using Archive.Evidence.Audits;
using Archive.Snapshots;

namespace Archive.Tests.Cli;

public sealed class AuditVerbTests
{
    private static readonly AuditFinding Missing = new(
        AuditedThing.Quote, AuditState.Missing, "tass", new string('a', 64), "r/c1", 2, new QuotePosition(3, 9), "Its words do not stand in the text, and nothing like them does.");

    [Fact]
    public async Task An_audit_that_finds_everything_ends_with_0()
    {
        var archive = new FakeArchive().Answers(Audit());
        var run = await Run.Of(archive, "audit", "evidence", "r", "--everything", "--page", "2");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("Everything is as it should be.");
        run.Output.ShouldContain("4 exact, 1 erased, 2 transcribed unseen");
        var asked = archive.Asked.OfType<AuditEvidence>().ShouldHaveSingleItem();
        (asked.Record, asked.Everything, asked.Page.Number).ShouldBe(("r", true, 2));
    }

    [Fact]
    public async Task An_audit_that_misses_something_ends_with_1_and_names_it()
    {
        var run = await Run.Of(new FakeArchive().Answers(Audit(Missing)), "audit", "evidence");

        run.Code.ShouldBe(1);
        run.Output.ReplaceLineEndings(" ").ShouldContain("missing   quote  r/c1 [2]  source tass  at 3-9");
        run.Output.ShouldContain("nothing like them does");
        run.Output.ShouldContain("Something is not as it should be.");
    }

    [Fact]
    public async Task An_audit_in_json_says_whether_it_is_sound()
    {
        var run = await Run.Of(new FakeArchive().Answers(Audit(Missing)), "audit", "evidence", "--json");

        run.Code.ShouldBe(1);
        JsonNode.Parse(run.Output)!["sound"]!.GetValue<bool>().ShouldBeFalse();
        JsonNode.Parse(run.Output)!["findings"]!["items"]![0]!["state"]!.GetValue<string>().ShouldBe("missing");
    }

    private static EvidenceAudit Audit(params AuditFinding[] findings) => new(
        Sample.Moment(), null, new AuditCounts(Exact: 2), new AuditCounts(Exact: 2), new AuditCounts(Exact: 4, Missing: findings.Length, Erased: 1, Unseen: 2), new AuditCounts(), new AuditCounts(), 1_000,
        new Page<AuditFinding>(findings, 1, 100, findings.Length));
}
