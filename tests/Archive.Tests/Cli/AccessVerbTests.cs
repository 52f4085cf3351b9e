using Archive.Access;
using Archive.Claims;
using Archive.Cli.Complaints;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Tests.Cli;

public sealed class AccessVerbTests
{
    private static readonly AccessRule Deed = new(AccessKind.Closed, new DateOnly(2040, 1, 1), LegalBasis: "Deed of gift, section 4");

    [Fact]
    public async Task Access_is_set_on_records_claims_sources_and_captures()
    {
        var bytes = new string('a', 64);
        (await AskedBy("access", "set", "r", "open", "--words", "W")).ShouldBe(new SetAccess(Context, "record/r", AccessRule.Open, "W"));
        (await AskedBy("access", "set", "r/c1", "closed", "--until", "2040-01-01", "--basis", "Deed of gift, section 4", "--words", "W", "--decided", "2026"))
            .ShouldBe(new SetAccess(Context, "claim/r/c1", Deed, "W", Decided: "2026"));
        (await AskedBy("access", "set", "source:tass", "restricted", "--roles", "editor,auditor", "--basis", "B", "--words", "W", "--capture", bytes))
            .ShouldBe(new SetAccess(Context, "source/tass", new AccessRule(AccessKind.Restricted, null, [Role.Editor, Role.Auditor], "B"), "W", bytes));
    }

    [Fact]
    public async Task Holds_are_placed_lifted_and_asked_for()
    {
        (await AskedBy("hold", "place", "r", "--basis", "Order", "--words", "W")).ShouldBe(new PlaceHold(Context, "record/r", "Order", "W"));
        (await AskedBy("hold", "lift", "source:tass", "2", "--words", "W")).ShouldBe(new LiftHold(Context, "source/tass", 2, "W"));
        (await AskedBy("hold", "list", "r/c1", "--as-of", "57")).ShouldBe(new GetGovernance("claim/r/c1", new AsOf.Entry(57)));
        (await AskedBy("access", "show", "source:tass")).ShouldBe(new GetGovernance("source/tass", AsOf.Latest));
    }

    [Theory]
    [InlineData("access", "set", "source:", "open", "--words", "W")]
    [InlineData("access", "set", "source:a/b", "open", "--words", "W")]
    [InlineData("access", "set", "R", "open", "--words", "W")]
    [InlineData("access", "set", "r", "shut", "--words", "W")]
    [InlineData("access", "set", "r", "closed", "--until", "2040-02-30", "--words", "W")]
    [InlineData("access", "set", "r", "closed", "--until", "1 January 2040", "--words", "W")]
    [InlineData("access", "set", "r", "restricted", "--roles", "king", "--words", "W")]
    [InlineData("access", "set", "r", "open")]
    [InlineData("hold", "place", "r", "--words", "W")]
    [InlineData("hold", "lift", "r", "first", "--words", "W")]
    public async Task What_cannot_be_meant_is_not_sent(params string[] args)
    {
        var archive = new FakeArchive();
        (await Run.Of(archive, args)).Code.ShouldBe(ExitCode.Usage);
        archive.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_claim_says_until_when_and_by_what_law_and_cannot_be_edited()
    {
        var closed = new ClaimView("r/c1", null, null, null, null, null, null, null, null, null, 6, 7, Sample.At, Withheld: new Withheld(GovernedKind.Claim, Deed));
        var archive = new FakeArchive()
            .Answers(new ClaimSnapshot(Sample.Moment(), Sample.Digest, closed, null, Sample.Names(), new Disclosure(1, Sample.Digest)))
            .Answers(Sample.Record(closed) with { Disclosure = new Disclosure(1, Sample.Digest) })
            .Answers(new Provenance.ProvenanceTrail(Sample.Moment(), Sample.Digest, closed, [Sample.Explained("claim/r/c1", 3)], [], [], null, [], Sample.Names()));
        (await Run.Of(archive, "claim", "r/c1")).Output.ShouldContain("closed until 2040-01-01: Deed of gift, section 4");
        var sheet = (await Run.Of(archive, "show", "r")).Output;
        sheet.ShouldContain("closed until 2040-01-01: Deed of gift, section 4");
        sheet.ShouldContain("1 closed thing is not shown to you");

        var edit = await Run.Of(archive, "claim", "correct", "r/c1", "--says", "x", "--reason", "other", "--fault", "none", "--words", "W");
        edit.Code.ShouldBe(ExitCode.Refused);
        edit.Error.ShouldContain("closed until 2040-01-01");
    }

    [Fact]
    public async Task Holds_say_what_covers_the_subject()
    {
        var sheet = new GovernanceSheet(
            Sample.Moment(), "source/tass", AccessRule.Open, null, [new CaptureAccess(new string('a', 64), Deed)], [new Hold(1, "a case", "Order", null, "over")], [new HoldInForce("record/r", new Hold(2, "a suit", "Writ"))]);
        var archive = new FakeArchive().Answers(sheet);
        var holds = (await Run.Of(archive, "hold", "list", "source:tass")).Output;
        holds.ShouldContain("hold 1, lifted");
        holds.ShouldContain("covered by hold 2 on r, in force");
        holds.ShouldContain("1 hold stands against erasing.");
        (await Run.Of(archive, "access", "show", "source:tass")).Output.ShouldContain("closed until 2040-01-01: Deed of gift, section 4");
    }

    private static CommandContext Context => new(Run.CommandId, "local-7", Role: Role.Administrator);

    private static async Task<object> AskedBy(params string[] args)
    {
        var archive = new FakeArchive();
        await Run.Of(archive, args);
        return archive.Asked.ShouldHaveSingleItem();
    }
}
