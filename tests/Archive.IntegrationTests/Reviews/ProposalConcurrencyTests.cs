using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Reviews;
using Archive.Snapshots;
using static Archive.IntegrationTests.Reviews.ReviewArchive;

namespace Archive.IntegrationTests.Reviews;

public sealed class ProposalConcurrencyTests
{
    private const int Submitters = 16;

    [Fact]
    public async Task Proposals_of_many_make_no_edit_of_one_who_says_what_they_saw_stale()
    {
        await using var archive = await CreateAsync();
        const int Edits = 12;
        var proposing = Enumerable.Range(0, Submitters).Select(i => Task.Run(() => SubmitAsync(archive, $"contributor-{i}", 3))).ToArray();
        var revision = 0L;
        for (var i = 0; i < Edits; i++)
        {
            var edit = new CorrectClaim(archive.Context(revision), "r/c1", Lands with { Says = $"version {i}" }, [new("s")], new(CorrectionReason.Other, Fault.None, "x"));
            revision = (await archive.SendAsync(edit)).ShouldBeOfType<Outcome<Receipt>.Ok>().Value.Revision;
        }

        await Task.WhenAll(proposing);
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        var queue = (await archive.AskAsync(new ListProposals(AsOf.Latest, ProposalFilter.Queue, PageRequest.First))).Proposals;
        queue.Items.Select(proposal => proposal.Number).ShouldBe(Enumerable.Range(1, 3 * Submitters));
        (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Version.ShouldBe(1 + Edits);
    }

    [Fact]
    public async Task An_edit_is_still_stale_by_an_edit_whatever_proposals_stand_between()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Retracting);
        await archive.DoAsync(new RateClaim(archive.Context(expectedRevision: 0), "r/c1", 2));
        await archive.ProposeAsync("r/c1", Citing);
        (await archive.SendAsync(new RateClaim(archive.Context(expectedRevision: 0), "r/c1", 3))).ShouldBe(new Outcome<Receipt>.Conflict("claim/r/c1", 0, 3));
        (await archive.SendAsync(new RateClaim(archive.Context(expectedRevision: 9), "r/c1", 3))).ShouldBe(new Outcome<Receipt>.Conflict("claim/r/c1", 9, 3));
        await archive.DoAsync(new RateClaim(archive.Context(expectedRevision: 2), "r/c1", 4));
        await archive.AcceptAsync("r/c1", 2);
        (await archive.SendAsync(new RateClaim(archive.Context(expectedRevision: 4), "r/c1", 5))).ShouldBe(new Outcome<Receipt>.Conflict("claim/r/c1", 4, 6));
    }

    [Fact]
    public async Task Of_many_who_decide_one_proposal_one_does_and_the_change_is_made_once()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Citing);
        var deciding = Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? (ICommand)new AcceptProposal(archive.By($"editor-{i}"), "r/c1", 1)
            : new RejectProposal(archive.By($"editor-{i}"), "r/c1", 1, "no")).Select(command => Task.Run(() => archive.SendAsync(command)));
        var outcomes = await Task.WhenAll(deciding);
        var done = outcomes.OfType<Outcome<Receipt>.Ok>().ShouldHaveSingleItem();
        outcomes.OfType<Outcome<Receipt>.Refused>().Select(refused => refused.Refusal.Code).ShouldBe(Enumerable.Repeat("proposal-decided", 7));
        (await archive.Log.ReadStreamAsync("claim/r/c1", TestContext.Current.CancellationToken)).Count.ShouldBe(2 + done.Value.Events);
    }

    private static async Task SubmitAsync(TestArchive archive, string actor, int times)
    {
        for (var i = 0; i < times; i++)
            (await archive.SendAsync(new SubmitProposal(archive.By(actor), "r/c1", Citing))).ShouldBeOfType<Outcome<Receipt>.Ok>();
    }
}
