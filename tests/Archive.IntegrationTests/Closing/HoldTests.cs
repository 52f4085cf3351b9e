using Archive.Access;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Closing;

public sealed class HoldTests
{
    private static readonly string Bytes = new('a', 64);

    [Fact]
    public async Task What_was_held_at_an_entry_is_told_for_ever_whatever_was_lifted_later()
    {
        await using var archive = await FillAsync();
        var before = await HeadAsync(archive);
        await archive.DoAsync(new PlaceHold(archive.Context(), "record/r", "Order of 2026", "a case"));
        var held = await HeadAsync(archive);
        await archive.DoAsync(new LiftHold(archive.Context(), "record/r", 1, "over"));

        string[] subjects = ["source/s", "claim/r/c1", "record/r"];
        foreach (var subject in subjects)
        {
            (await OverAsync(archive, subject, before)).ShouldBeEmpty(subject);
            (await OverAsync(archive, subject, held)).ShouldBe([new HoldInForce("record/r", new Hold(1, "a case", "Order of 2026"))], subject);
            (await OverAsync(archive, subject, await HeadAsync(archive))).ShouldBeEmpty(subject);
        }

        (await OverAsync(archive, "source/other", held)).ShouldBeEmpty();
        (await OverAsync(archive, "actor/a1", held)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_on_a_claim_covers_the_captures_of_what_it_cites_also_for_a_source_merged_with_that()
    {
        await using var archive = await FillAsync();
        await archive.DoAsync(new PlaceHold(archive.Context(), "claim/r/c1", "Order", "a case"));
        await archive.DoAsync(new Sources.MergeSource(archive.Context(), "other", "s", "the same"));
        await archive.AppendAsync(new SourceCaptured("other", Copy(new string('c', 64))));
        (await archive.AskAsync(new FindHoldsOver("source/other", new string('c', 64), AsOf.Latest))).Holds.ShouldHaveSingleItem().Subject.ShouldBe("claim/r/c1");
    }

    [Fact]
    public async Task Holds_and_access_leave_a_trace_in_the_history_and_none_in_the_content()
    {
        await using var archive = await FillAsync();
        await archive.DoAsync(new PlaceHold(archive.Context(), "claim/r/c1", "Order", "a case", Decided: "2026"));
        await archive.DoAsync(new SetAccess(archive.Context(), "claim/r/c1", new AccessRule(AccessKind.Closed, LegalBasis: "Deed"), "asked for"));
        var history = await archive.AskAsync(new Provenance.GetHistory("r/c1", AsOf.Latest, ClaimFilter.None, PageRequest.First));
        history.Items.Items.Skip(1).Select(item => (item.Event.Type, item.Words, item.Decided, string.Join(',', item.Changes.Select(change => change.Field)))).ShouldBe(
            [("hold-placed.v1", "a case", "2026", "holds"), ("access-set.v1", "asked for", null, "access")]);
        (await archive.AskAsync(new Claims.GetClaim("r/c1", AsOf.Latest))).Claim.Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_malformed_is_told_all_at_once()
    {
        await using var archive = await FillAsync();
        (await PointersAsync(archive, new SetAccess(archive.Context(), "authority/a", new AccessRule(AccessKind.Open, new DateOnly(2040, 1, 1), [Role.Reader], "x"), "", "zz", "x"))).ShouldBe(
            ["/subject", "/capture", "/capture", "/access/until", "/access/roles", "/access/legalBasis", "/words", "/decided"], ignoreOrder: true);
        (await PointersAsync(archive, new SetAccess(archive.Context(), "record/r", new AccessRule(AccessKind.Restricted), "x", Bytes))).ShouldBe(["/capture", "/access/roles", "/access/legalBasis"], ignoreOrder: true);
        (await PointersAsync(archive, new SetAccess(archive.Context(), "record/r", new AccessRule(AccessKind.Closed, Roles: []), "x"))).ShouldBe(["/access/roles", "/access/legalBasis"], ignoreOrder: true);
        (await PointersAsync(archive, new PlaceHold(archive.Context(), "claim/r", " ", "x"))).ShouldBe(["/subject", "/legalBasis"], ignoreOrder: true);
        (await PointersAsync(archive, new LiftHold(archive.Context(), "record/r/", 0, "x"))).ShouldBe(["/subject", "/number"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_repeated_decision_is_answered_with_its_first_receipt_and_a_stale_one_with_a_conflict()
    {
        await using var archive = await FillAsync();
        var command = new PlaceHold(archive.Context(), "source/s", "Order", "a case", Bytes);
        var receipt = await archive.DoAsync(command);
        (await archive.SendAsync(command)).ShouldBe(new Outcome<Receipt>.Ok(receipt));
        (await archive.SendAsync(new LiftHold(archive.Context(expectedRevision: 0), "source/s", 1, "x"))).ShouldBeOfType<Outcome<Receipt>.Conflict>();
        (await archive.SendAsync(new SetAccess(archive.Context(), "source/s", AccessRule.Open, "x", new string('e', 64)))).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("capture-unknown");
    }

    private static async Task<TestArchive> FillAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");
        await archive.RegisterAsync("other");
        await archive.AppendAsync(new SourceCaptured("s", Copy(Bytes)));
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", "s");
        return archive;
    }

    private static Capture Copy(string digest) => new(digest, 1, "text/plain", null, DateTimeOffset.UnixEpoch, "archivist", CaptureMethod.Transfer);

    private static async Task<IReadOnlyList<HoldInForce>> OverAsync(TestArchive archive, string subject, long entry) =>
        (await archive.AskAsync(new FindHoldsOver(subject, subject == "source/s" ? Bytes : null, new AsOf.Entry(entry)))).Holds;

    private static async Task<long> HeadAsync(TestArchive archive) => (await archive.AskAsync(new Records.ListRecords(AsOf.Latest, null, PageRequest.First))).AsOf.Entry;

    private static async Task<string[]> PointersAsync(TestArchive archive, ICommand command) =>
        (await archive.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Invalid>().Violations.Select(violation => violation.Pointer).ToArray();
}
