using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Domain.Time;
using Archive.Reviews;
using Archive.Snapshots;

namespace Archive.Tests.Cli;

public sealed class ReviewCommandTests
{
    private static readonly EventView Entry = Sample.Entry("claim/r/c1", 4);

    private static readonly ProposalView Proposal = new("r/c1", 2, ProposalKind.Retraction, ProposalState.Open, "reader-4", "I was there", "Xi lands", [], Entry, null);

    [Fact]
    public async Task A_proposed_correction_changes_what_is_said_keeps_the_rest_and_says_what_was_seen()
    {
        var archive = new FakeArchive().Answers(Sample.Trail(Sample.Claim()));

        await Run.Of(archive, "propose", "correct", "r/c1", "--clock", "13:10", "--reason", "wrong-time", "--fault", "source", "--words", "W", "--notice", "N", "--for-editors", "E");

        archive.Asked[^1].ShouldBe(new SubmitProposal(
            Context with { ExpectedRevision = 3 },
            "r/c1",
            new ProposedCorrection(
                new ClaimDraft("Xi lands", new Arrival(["xi"], null, []), "en", new DateDraft("2023-03-20~", "13:10", "Europe/Moscow"), DerivedFrom: []),
                [new CitationDraft("tass")], CorrectionReason.WrongTime, Fault.Source, "W", "N"),
            "E"));
        archive.Freshness.ShouldBe(Freshness.CaughtUp);
    }

    [Fact]
    public async Task A_proposed_claim_takes_its_record_s_zone()
    {
        var archive = new FakeArchive().Answers(Sample.Record(Sample.Claim()));

        await Run.Of(archive, "propose", "claim", "r/c2", "--kind", "background", "--says", "S", "--when", "2023", "--cite", "tass");

        archive.Asked[^1].ShouldBe(new SubmitProposal(
            Context, "r/c2", new ProposedClaim(new ClaimDraft("S", new Background([], null), null, new DateDraft("2023", null, "Europe/Moscow"), DerivedFrom: []), [new CitationDraft("tass")])));
    }

    [Fact]
    public async Task The_other_proposals_and_decisions_are_asked_for()
    {
        (await AskedBy("propose", "retract", "r/c1", "--reason", "fabricated", "--words", "W")).ShouldBe(new SubmitProposal(Context, "r/c1", new ProposedRetraction(RetractionReason.Fabricated, "W")));
        (await AskedBy("propose", "cite", "r/c1", "wiki:contradicts", "--words", "W", "--for-editors", "E")).ShouldBe(
            new SubmitProposal(Context, "r/c1", new ProposedCitation(new CitationDraft("wiki", Stance.Contradicts), "W"), "E"));
        (await AskedBy("proposal", "accept", "r/c1", "2", "--words", "W", "--decided", "2026")).ShouldBe(new AcceptProposal(Context, "r/c1", 2, "W", "2026"));
        (await AskedBy("proposal", "reject", "r/c1", "2", "--words", "W")).ShouldBe(new RejectProposal(Context, "r/c1", 2, "W"));
        (await AskedBy("proposal", "withdraw", "r/c1", "2")).ShouldBe(new WithdrawProposal(Context, "r/c1", 2));
        (await AskedBy("proposal", "show", "r/c1", "2", "--as-of", "57")).ShouldBe(new GetProposal("r/c1", 2, new AsOf.Entry(57)));
        (await AskedBy("proposal", "list")).ShouldBe(new ListProposals(AsOf.Latest, ProposalFilter.Queue, PageRequest.First));
        (await AskedBy("proposal", "list", "--all", "--record", "r", "--submitter", "ann", "--page", "2", "--page-size", "10")).ShouldBe(
            new ListProposals(AsOf.Latest, new ProposalFilter(null, "r", null, "ann"), new PageRequest(2, 10)));
        (await AskedBy("proposal", "list", "--state", "withdrawn", "--claim", "r/c1")).ShouldBe(
            new ListProposals(AsOf.Latest, new ProposalFilter(ProposalState.Withdrawn, Claim: "r/c1"), PageRequest.First));
    }

    [Theory]
    [InlineData("proposal", "list", "--all", "--state", "open")]
    [InlineData("proposal", "reject", "r/c1", "2")]
    [InlineData("proposal", "accept", "r/c1", "two")]
    [InlineData("propose", "cite", "r/c1", "wiki:nonsense")]
    public async Task What_does_not_make_sense_is_wrong_usage(params string[] words) => (await Run.Of(words)).Code.ShouldBe(2);

    [Fact]
    public async Task A_proposal_shows_what_would_change_and_whether_it_can_be_accepted()
    {
        var shown = new ProposalSnapshot(
            Sample.Moment(), Sample.Digest, Proposal, new ProposedRetraction(RetractionReason.Fabricated, "made up", "Gone"), [new FieldChange("status", "standing", "retracted")], null, Sample.Names());

        var open = (await Run.Of(new FakeArchive().Answers(shown), "proposal", "show", "r/c1", "2")).Output;
        var moved = (await Run.Of(
            new FakeArchive().Answers(shown with { Proposal = Proposal with { Moves = ["it was retracted"] }, Obstacle = new Refusal("claim-moved", "Claim r/c1 moved.") }), "proposal", "show", "r/c1", "2")).Output;

        open.ShouldContain("Proposal 2 on r/c1: retraction");
        open.ShouldContain("for editors  I was there");
        open.ShouldContain("because      made up");
        open.ShouldContain("acceptable   yes");
        open.ShouldContain("- standing\n  + retracted");
        moved.ShouldContain("acceptable   no: Claim r/c1 moved.");
    }

    [Fact]
    public async Task The_queue_says_who_proposed_what_and_what_moved()
    {
        var list = new ProposalList(Sample.Moment(), Sample.Page(Proposal, Proposal with { Number = 3, Moves = ["it was retracted"] }), Sample.Names());

        var run = await Run.Of(new FakeArchive().Answers(list), "proposal", "list");

        run.Output.ShouldContain("r/c1   2       retraction  open                   local ");
        run.Output.ShouldContain("r/c1   3       retraction  open, the claim moved  local ");
        (await Run.Of(new FakeArchive().Answers(new ProposalList(Sample.Moment(), Sample.Page<ProposalView>(), Sample.Names())), "proposal", "list")).Output.ShouldContain("No proposals.");
    }

    private static CommandContext Context => new(Run.CommandId, "local-7", Role: Role.Administrator);

    private static async Task<object> AskedBy(params string[] words)
    {
        var archive = new FakeArchive();
        var run = await Run.Of(archive, words);
        archive.Asked.ShouldNotBeEmpty(run.Error);
        return archive.Asked[^1] is ICommand ? archive.Asked[^1] : archive.Asked[0];
    }
}
