using System.Text;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.IntegrationTests.Evidence;
using Archive.Reviews;
using Archive.Snapshots;
using static Archive.IntegrationTests.Reviews.ReviewArchive;

namespace Archive.IntegrationTests.Reviews;

public sealed class QuotedProposalTests
{
    private const string Phrase = "the canary sang";

    private static readonly ProposedCitation Quoting = new(new CitationDraft("t", Phrase: Phrase));

    [Fact]
    public async Task Words_that_a_proposal_quotes_from_a_capture_are_not_in_the_log_and_are_accepted_with_their_place()
    {
        await using var archive = await CreateAsync();
        var digest = await archive.CaptureAsync("t", $"At dawn {Phrase}.");
        await archive.ProposeAsync("r/c1", Quoting);
        var stored = (await archive.Log.ReadStreamAsync("claim/r/c1", TestContext.Current.CancellationToken))[^1];
        Encoding.UTF8.GetString(stored.Data.Span).ShouldNotContain("canary");
        stored.Metadata.Fingerprint.ShouldStartWith("kept:");
        var shown = await archive.AskAsync(new GetProposal("r/c1", 1, AsOf.Latest));
        (shown.Change, shown.Obstacle).ShouldBe((Quoting, null));
        shown.Changes.ShouldHaveSingleItem().After![1]!["quote"]!["exact"]!.GetValue<string>().ShouldBe(Phrase);
        await archive.AcceptAsync("r/c1", 1);
        var quote = (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Citations![1].Quote!;
        (quote.Exact, quote.State, quote.Capture).ShouldBe((Phrase, QuoteState.Exact, digest));
        (await archive.AskAsync(new GetProposal("r/c1", 1, AsOf.Latest))).Change.ShouldBe(Quoting);
    }

    [Fact]
    public async Task What_a_proposal_quotes_goes_with_the_capture_and_the_proposal_says_so()
    {
        await using var archive = await CreateAsync();
        var digest = await archive.CaptureAsync("t", $"At dawn {Phrase}.");
        await archive.ProposeAsync("r/c1", Quoting);
        await archive.ProposeAsync("r/c2", new ProposedClaim(Lands, [Quoting.Citation]));
        await archive.EraseAsync("source/t", digest);
        (await archive.CountAsync("kept")).ShouldBe(0);
        var shown = await archive.AskAsync(new GetProposal("r/c1", 1, AsOf.Latest));
        (shown.Change, shown.Obstacle!.Code, shown.Changes.Count).ShouldBe((null, "content-erased", 0));
        (await archive.AskAsync(new ListProposals(AsOf.Latest, ProposalFilter.Queue, PageRequest.First))).Proposals.Items.Select(item => item.Says).ShouldBe(["What r/c1 says", null]);
        (await archive.RefusedAsync(new AcceptProposal(archive.By("ben"), "r/c1", 1))).ShouldBe("content-erased");
        await archive.DoAsync(new RejectProposal(archive.By("ben"), "r/c1", 1, "gone"));
        await archive.DoAsync(new WithdrawProposal(archive.By("ann"), "r/c2", 1));
    }

    [Fact]
    public async Task A_claim_with_sensitive_content_takes_no_proposals()
    {
        await using var archive = await CreateAsync();
        await archive.DoAsync(new RecordClaim(archive.Context(), "r/c9", Lands, [new("s")], Sensitive: true));
        (await archive.RefusedAsync(new SubmitProposal(archive.By("ann"), "r/c9", Retracting))).ShouldBe("proposal-sensitive");
    }
}
