using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Provenance;
using Archive.Records;
using Archive.Reviews;
using Archive.Snapshots;
using static Archive.IntegrationTests.Reviews.ReviewArchive;

namespace Archive.IntegrationTests.Reviews;

public sealed class ReviewTests
{
    [Fact]
    public async Task A_proposal_shows_field_by_field_what_it_would_change_and_that_it_can_be_accepted()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Correcting, "look");
        var shown = await archive.AskAsync(new GetProposal("r/c1", 1, AsOf.Latest));
        shown.Changes.Select(change => $"{change.Field}: {change.Before?.ToJsonString()} > {change.After?.ToJsonString()}").ShouldBe([
            "says: \"What r/c1 says\" > \"It lands\"",
            """citations: [{"number":1,"source":"s","stance":"supports","about":"all"}] > [{"number":1,"source":"s","stance":"supports","about":"all"},{"number":2,"source":"t","stance":"supports","about":"all"}]""",
        ]);
        (shown.Obstacle, shown.Change, shown.Proposal.State, shown.Proposal.Words).ShouldBe((null, (ProposedChange)Correcting, ProposalState.Open, "look"));
        shown.Names.Sources.Keys.ShouldBe(["s", "t"]);
    }

    [Fact]
    public async Task A_proposal_on_a_claim_that_moved_shows_what_was_meant_and_what_moved()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Correcting);
        await archive.DoAsync(new CorrectClaim(archive.Context(), "r/c1", Lands with { Says = "It has landed" }, [new("s")], new(CorrectionReason.Other, Fault.None, "x")));
        var shown = await archive.AskAsync(new GetProposal("r/c1", 1, AsOf.Latest));
        shown.Obstacle!.Code.ShouldBe("claim-moved");
        shown.Changes[0].Before!.GetValue<string>().ShouldBe("What r/c1 says");
        shown.Proposal.Moves.ShouldBe(["it was corrected, from version 1 to 2"]);
        (await RefusedAsync(archive, new AcceptProposal(archive.By("ben"), "r/c1", 1))).ShouldContain("corrected, from version 1 to 2");
    }

    [Fact]
    public async Task Accepting_appends_the_acceptance_and_the_change_at_once_and_both_are_in_the_history()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Correcting, "look");
        var receipt = await archive.AcceptAsync("r/c1", 1);
        (receipt.Events, receipt.Revision).ShouldBe((2, 3));
        var items = (await archive.AskAsync(new GetHistory("r/c1", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Items.Items;
        items.Select(item => $"{item.Event.Type} {item.Event.Actor} {item.Proposal} {item.Words}: {string.Join(' ', item.Changes.Select(change => change.Field))}").ShouldBe([
            "claim-recorded.v2 tester  : says kind citations status rank",
            "proposal-submitted.v1 ann 1 look: ",
            "proposal-accepted.v1 ben 1 checked: ",
            "claim-corrected.v2 ben 1 The clock was seen: says citations",
        ]);
        items[2].Event.Command.ShouldBe(items[3].Event.Command);
        var shown = await archive.AskAsync(new GetProposal("r/c1", 1, AsOf.Latest));
        (shown.Proposal.State, shown.Proposal.Decided!.Words, shown.Obstacle!.Code).ShouldBe((ProposalState.Accepted, "checked", "proposal-decided"));
        shown.Changes.Select(change => change.Field).ShouldBe(["says", "citations"]);
    }

    [Fact]
    public async Task What_is_accepted_is_what_the_same_change_made_directly_is()
    {
        await using var proposed = await CreateAsync();
        await using var direct = await CreateAsync();
        await proposed.ProposeAsync("r/c1", Correcting);
        await proposed.AcceptAsync("r/c1", 1);
        await proposed.ProposeAsync("r/c1", Retracting);
        await proposed.AcceptAsync("r/c1", 2);
        await proposed.ProposeAsync("r/c2", Claiming);
        await proposed.AcceptAsync("r/c2", 1);
        await proposed.ProposeAsync("r/c2", new ProposedCitation(new("s"), "more"));
        await proposed.AcceptAsync("r/c2", 2);
        await direct.DoAsync(new CorrectClaim(direct.Context(), "r/c1", Lands, [new("s"), new("t")], new(CorrectionReason.WrongTime, Fault.Source, "The clock was seen", "We erred")));
        await direct.DoAsync(new RetractClaim(direct.Context(), "r/c1", RetractionReason.Fabricated, "made up"));
        await direct.RecordAsync("r/c2", Lands, new CitationDraft("t"));
        await direct.DoAsync(new CiteSource(direct.Context(), "r/c2", new("s"), "more"));
        (await ClaimsAsync(proposed)).ShouldBe(await ClaimsAsync(direct));
    }

    [Fact]
    public async Task A_claim_that_is_only_proposed_is_nowhere_but_in_the_queue_and_in_histories()
    {
        await using var archive = await CreateAsync();
        var before = await archive.AskAsync(new GetRecord("r", AsOf.Latest, ClaimFilter.None, PageRequest.First));
        await archive.ProposeAsync("r/c2", Claiming, "missing");
        var after = await archive.AskAsync(new GetRecord("r", AsOf.Latest, ClaimFilter.None, PageRequest.First));
        after.Claims.Items.ShouldBe(before.Claims.Items);
        after.Digest.ShouldNotBe(before.Digest);
        (await archive.NotFoundAsync(new GetClaim("r/c2", AsOf.Latest))).Code.ShouldBe("claim-unknown");
        (await archive.NotFoundAsync(new TraceClaim("r/c2", AsOf.Latest))).Code.ShouldBe("claim-unknown");
        (await archive.AskAsync(new ListRecords(AsOf.Latest, null, PageRequest.First))).Records.Items[0].Claims.ShouldBe(1);
        (await archive.AskAsync(new ListClaimsRestingOn("t", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Claims.Items.ShouldBeEmpty();
        (await archive.AskAsync(new GetDifference("r", new AsOf.Entry(4), AsOf.Latest, ClaimFilter.None))).Claims.ShouldBeEmpty();
        (await archive.AskAsync(new ListRecordEntries("r", AsOf.Latest))).Entries.Select(entry => entry.Stream).ShouldBe(["record/r", "source/s", "claim/r/c1", "claim/r/c2"]);
        (await RefusedAsync(archive, new RateClaim(archive.Context(), "r/c2", 2))).ShouldContain("no claim r/c2");
        (await RefusedAsync(archive, new RecordClaim(archive.Context(), "r/c3", Lands with { DerivedFrom = ["r/c2"] }, [new("s")]))).ShouldContain("derived from r/c2");
        foreach (var subject in (string[])["r", "r/c2"])
            (await HistoryAsync(archive, subject))[^1].ShouldBe("r/c2 proposal-submitted.v1 1 missing");
        (await archive.AskAsync(new GetHistory("r", AsOf.Latest, new ClaimFilter(Kind: ClaimKind.Background), PageRequest.First))).Items.Items.ShouldAllBe(item => item.Subject == "r/c1");
        (await archive.AskAsync(new GetProposal("r/c2", 1, AsOf.Latest))).Changes.Select(change => change.Field).ShouldBe(["says", "kind", "citations", "status", "rank"]);
    }

    [Fact]
    public async Task A_claim_that_was_proposed_first_begins_with_the_entry_that_records_it()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c2", Claiming);
        await archive.RecordAsync("r/c3", "s");
        await archive.AcceptAsync("r/c2", 1);
        (await archive.AskAsync(new GetClaim("r/c2", AsOf.Latest))).Claim.FirstEntry.ShouldBe(8);
        (await archive.AskAsync(new GetRecord("r", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Claims.Items.Select(claim => claim.Id).ShouldBe(["r/c1", "r/c3", "r/c2"]);
        await archive.RecordAsync("r/c4", Lands with { DerivedFrom = ["r/c2"] }, new CitationDraft("s"));
    }

    [Fact]
    public async Task A_rejected_withdrawn_or_conflicting_proposal_changes_nothing_but_histories_and_digests()
    {
        await using var archive = await CreateAsync();
        await using var without = await CreateAsync();
        await archive.ProposeAsync("r/c1", Correcting);
        await archive.ProposeAsync("r/c1", Retracting);
        await archive.ProposeAsync("r/c1", Citing);
        await archive.ProposeAsync("r/c2", Claiming);
        await archive.DoAsync(new RejectProposal(archive.By("ben"), "r/c1", 1, "no"));
        await archive.DoAsync(new WithdrawProposal(archive.By("ann"), "r/c1", 2, "I erred"));
        await archive.DoAsync(new RejectProposal(archive.By("ben"), "r/c2", 1, "no"));
        foreach (var each in (TestArchive[])[archive, without])
            await each.DoAsync(new RetractClaim(each.Context(), "r/c1", RetractionReason.Wrong, "not so"));
        (await RefusedAsync(archive, new AcceptProposal(archive.By("ben"), "r/c1", 3))).ShouldContain("it was retracted");
        (await ClaimsAsync(archive)).ShouldBe(await ClaimsAsync(without));
        (await HistoryAsync(archive, "r/c1")).ShouldBe([
            "r/c1 claim-recorded.v2  ", "r/c1 proposal-submitted.v1 1 ", "r/c1 proposal-submitted.v1 2 ", "r/c1 proposal-submitted.v1 3 ", "r/c1 proposal-rejected.v1 1 no",
            "r/c1 proposal-withdrawn.v1 2 I erred", "r/c1 claim-retracted.v1  not so",
        ]);
    }

    [Fact]
    public async Task An_administrator_who_acts_as_another_stays_one_person()
    {
        await using var archive = await CreateAsync();
        await archive.DoAsync(new SubmitProposal(archive.By("ann") with { Through = "tester" }, "r/c1", Correcting));
        (await RefusedAsync(archive, new AcceptProposal(archive.By("tester"), "r/c1", 1))).ShouldContain("nobody decides their own");
        (await RefusedAsync(archive, new AcceptProposal(archive.By("ben") with { Through = "tester" }, "r/c1", 1))).ShouldContain("nobody decides their own");
        await archive.AcceptAsync("r/c1", 1);
    }

    [Fact]
    public async Task Nobody_decides_their_own_not_even_an_administrator_and_a_repeat_is_answered_as_the_first_time()
    {
        await using var archive = await CreateAsync();
        await archive.ProposeAsync("r/c1", Citing);
        (await RefusedAsync(archive, new AcceptProposal(archive.By("ann"), "r/c1", 1))).ShouldContain("your own");
        var accept = new AcceptProposal(archive.By("ben"), "r/c1", 1);
        var first = await archive.SendAsync(accept);
        (await archive.SendAsync(accept)).ShouldBe(first);
    }

    private static async Task<string> RefusedAsync(TestArchive archive, ICommand command) => (await archive.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Message;

    private static async Task<string[]> HistoryAsync(TestArchive archive, string subject) =>
        (await archive.AskAsync(new GetHistory(subject, AsOf.Latest, ClaimFilter.None, PageRequest.First))).Items.Items
            .Select(item => $"{item.Subject} {item.Event.Type} {item.Proposal} {item.Words}").ToArray();

    /// <summary>The claims of the record as the read models have them, without what stands in histories alone.</summary>
    private static async Task<Claim[]> ClaimsAsync(TestArchive archive)
    {
        var head = (await archive.AskAsync(new Archive.Projection.GetStatus())).Entry;
        return await archive.ReadAsync(head, async snapshot => (await snapshot.ClaimsOfAsync("r")).Select(version => version.State with { Proposals = null }).OrderBy(claim => claim.Id, StringComparer.Ordinal).ToArray());
    }
}
