using Archive.Access;
using Archive.Domain.Access;
using Archive.Domain.Reviews;
using Archive.Reviews;
using Archive.Snapshots;
using static Archive.IntegrationTests.Reviews.ReviewArchive;

namespace Archive.IntegrationTests.Reviews;

public sealed class QueueTests
{
    [Fact]
    public async Task The_queue_has_what_is_open_oldest_first()
    {
        await using var archive = await QueueAsync();
        (await ListAsync(archive, ProposalFilter.Queue)).ShouldBe(["r/c1 1 correction ann", "other/c1 1 claim carl", "r/c2 1 claim ann"]);
        (await ListAsync(archive, ProposalFilter.Queue, new PageRequest(2, 2))).ShouldBe(["r/c2 1 claim ann"]);
    }

    [Fact]
    public async Task The_queue_is_filtered_by_record_claim_submitter_and_state()
    {
        await using var archive = await QueueAsync();
        (await ListAsync(archive, new ProposalFilter(Record: "r"))).ShouldBe(["r/c1 1 correction ann", "r/c2 1 claim ann"]);
        (await ListAsync(archive, new ProposalFilter(Claim: "r/c2"))).ShouldBe(["r/c2 1 claim ann"]);
        (await ListAsync(archive, new ProposalFilter(Record: "other", Claim: "r/c2"))).ShouldBeEmpty();
        (await ListAsync(archive, new ProposalFilter(Submitter: "carl"))).ShouldBe(["other/c1 1 claim carl"]);
        (await ListAsync(archive, new ProposalFilter(ProposalState.Rejected))).ShouldBe(["r/c1 2 citation ann"]);
        (await ListAsync(archive, new ProposalFilter(State: null, Claim: "r/c1"))).ShouldBe(["r/c1 1 correction ann", "r/c1 2 citation ann", "r/c1 3 retraction carl"]);
    }

    [Fact]
    public async Task A_queue_of_the_past_stays_as_it_was()
    {
        await using var archive = await QueueAsync();
        (await archive.AskAsync(new ListProposals(new AsOf.Entry(6), ProposalFilter.Queue, PageRequest.First))).Proposals.Items.Select(item => $"{item.Claim} {item.Number}")
            .ShouldBe(["r/c1 1", "r/c1 2"]);
    }

    [Fact]
    public async Task A_contributor_sees_their_own_and_those_who_decide_or_check_see_all()
    {
        await using var archive = await QueueAsync();
        foreach (var role in (Role[])[Role.Editor, Role.Auditor, Role.Administrator])
            (await ListAsync(archive, ProposalFilter.Queue, asker: new Asker("ben", role))).Length.ShouldBe(3);
        (await ListAsync(archive, ProposalFilter.Queue, asker: new Asker("carl", Role.Contributor))).ShouldBe(["other/c1 1 claim carl"]);
        (await archive.NotFoundAsync(new GetProposal("r/c1", 1, AsOf.Latest) { Asker = new Asker("carl", Role.Contributor) })).Code.ShouldBe("proposal-unknown");
        (await archive.AskAsync(new GetProposal("other/c1", 1, AsOf.Latest) { Asker = new Asker("carl", Role.Contributor) })).Proposal.Submitter.ShouldBe("carl");
    }

    [Fact]
    public async Task What_waits_says_who_when_why_and_what_moved_meanwhile()
    {
        await using var archive = await QueueAsync();
        await archive.DoAsync(new Claims.CiteSource(archive.Context(), "r/c1", new("t")));
        var first = (await archive.AskAsync(new ListProposals(AsOf.Latest, ProposalFilter.Queue, PageRequest.First))).Proposals.Items[0];
        (first.Words, first.Says, first.Submitted.Entry, first.Submitted.Actor, first.Decided).ShouldBe(("look", "What r/c1 says", 5, "ann", null));
        first.Moves.ShouldBe(["citation 2 (t) was added"]);
        var rejected = (await archive.AskAsync(new ListProposals(AsOf.Latest, new ProposalFilter(ProposalState.Rejected), PageRequest.First))).Proposals.Items.ShouldHaveSingleItem();
        (rejected.Decided!.Words, rejected.Decided.Event.Actor, rejected.Decided.Event.Type).ShouldBe(("not needed", "ben", "proposal-rejected.v1"));
    }

    [Theory]
    [InlineData("No such", null, null, "/filter/record")]
    [InlineData(null, "c1", null, "/filter/claim")]
    [InlineData(null, null, "A N", "/filter/submitter")]
    public async Task A_malformed_filter_is_refused(string? record, string? claim, string? submitter, string pointer)
    {
        await using var archive = await CreateAsync();
        (await archive.InvalidAsync(new ListProposals(AsOf.Latest, new ProposalFilter(null, record, claim, submitter), PageRequest.First))).ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
        (await archive.InvalidAsync(new GetProposal("r/c1", 0, AsOf.Latest))).ShouldHaveSingleItem().Pointer.ShouldBe("/number");
    }

    /// <summary>Three open ones; of r/c1 one was rejected and one withdrawn.</summary>
    private static async Task<TestArchive> QueueAsync()
    {
        var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Correcting, "look");
        await archive.ProposeAsync("r/c1", Citing);
        await archive.OpenAsync("other");
        await archive.ProposeAsync("r/c1", Retracting, actor: "carl");
        await archive.ProposeAsync("other/c1", Claiming, actor: "carl");
        await archive.DoAsync(new RejectProposal(archive.By("ben"), "r/c1", 2, "not needed"));
        await archive.ProposeAsync("r/c2", Claiming);
        await archive.DoAsync(new WithdrawProposal(archive.By("carl"), "r/c1", 3));
        return archive;
    }

    private static async Task<string[]> ListAsync(TestArchive archive, ProposalFilter filter, PageRequest? page = null, Asker? asker = null) =>
        (await archive.AskAsync(new ListProposals(AsOf.Latest, filter, page ?? PageRequest.First) { Asker = asker ?? new Asker("ben", Role.Editor) })).Proposals.Items
            .Select(item => $"{item.Claim} {item.Number} {item.Kind.ToString().ToLowerInvariant()} {item.Submitter}").ToArray();
}
