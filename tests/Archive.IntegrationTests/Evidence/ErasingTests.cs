using System.Text;
using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Evidence;
using Archive.Records;
using Archive.Snapshots;
using static Archive.IntegrationTests.Evidence.Erasures;

namespace Archive.IntegrationTests.Evidence;

public sealed class ErasingTests : IAsyncLifetime
{
    private const string Text = "The canary sang at dawn, and nobody heard it.";

    private TestArchive _archive = null!;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        await _archive.OpenAsync("r");
        await _archive.RegisterAsync("s");
        await _archive.RegisterAsync("t");
        await _archive.EstablishAsync("p", AuthorityKind.Person, "Person");
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Erasing_a_capture_destroys_its_bytes_its_text_and_what_was_quoted_from_it_and_says_so_everywhere()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        await _archive.QuoteAsync("r/c1", "s", "sang at dawn");
        (await _archive.QuoteOfAsync("r/c1")).Exact.ShouldBe("sang at dawn");
        var before = (await _archive.AskAsync(new GetRecord("r", AsOf.Latest, ClaimFilter.None, new PageRequest(1, 10))));

        var record = await _archive.EraseAsync("source/s", digest);
        (record.Outcome, record.Digests[0], record.Words).ShouldBe((ErasureOutcome.Destroyed, digest, 2));
        record.OutOfReach.ShouldContain(where => where.Contains("backups"));
        (await _archive.CountAsync("content"), await _archive.CountAsync("chunk"), await _archive.CountAsync("kept")).ShouldBe((0, 0, 0));

        var quote = await _archive.QuoteOfAsync("r/c1");
        (quote.IsErased, quote.Exact, quote.Capture).ShouldBe((true, null, digest));
        foreach (var asOf in new[] { AsOf.Latest, new AsOf.Entry(before.AsOf.Entry) })
        {
            var source = (await _archive.AskAsync(new GetRecord("r", asOf, ClaimFilter.None, new PageRequest(1, 10)))).Names.Sources["s"];
            source.Captures!.ShouldHaveSingleItem().Digest.ShouldBe(digest, "what it was, its digest goes on saying");
            source.Erased!.ShouldHaveSingleItem().ShouldBe(new Erasure(1, ErasureReason.CourtOrder, "7 O 12/26", digest, Outcome: ErasureOutcome.Destroyed));
            source.Captured.ShouldBe(false);
        }

        (await _archive.AskAsync(new GetRecord("r", new AsOf.Entry(before.AsOf.Entry), ClaimFilter.None, new PageRequest(1, 10)))).Digest.ShouldBe(before.Digest);
        (await _archive.RefusedAsync(Erase(_archive, "source/s", digest))).ShouldBe("already-erased");
        (await _archive.RefusedAsync(Capture(_archive, "t", Encoding.UTF8.GetBytes(Text)))).ShouldBe("content-erased");
        var listed = (await _archive.AskAsync(new ListErasures(AsOf.Latest, new PageRequest(1, 10)))).Erasures.Items.ShouldHaveSingleItem();
        (listed.Words, listed.Record!.Outcome, listed.Erasure.Capture).ShouldBe(("The court ordered it.", ErasureOutcome.Destroyed, digest));
    }

    [Fact]
    public async Task Erasing_what_a_claim_says_destroys_every_version_up_to_then_and_leaves_what_was_quoted()
    {
        await _archive.CaptureAsync("s", Text);
        var record = new RecordClaim(_archive.Context(), "r/c1", new ClaimDraft("First words", new Background(["p"], null)), [new CitationDraft("s", Phrase: "sang at dawn")], Sensitive: true);
        await _archive.DoAsync(record);
        await _archive.DoAsync(Correct("r/c1", "Second words", "sang at dawn"));
        (await _archive.EraseAsync("claim/r/c1")).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        var claim = (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim;
        (claim.Content!.Says, claim.Content.Particulars, claim.Citations![0].Quote!.Exact).ShouldBe(("", new Background([], null), "sang at dawn"));
        claim.Erased!.ShouldHaveSingleItem().ShouldBe(new Erasure(1, ErasureReason.CourtOrder, "7 O 12/26", null, 1, 2, ErasureOutcome.Destroyed));
        (await _archive.RefusedAsync(record)).ShouldBe("content-erased", "whether a repeat says the same can no longer be told");

        var old = (await _archive.AskAsync(new GetClaim("r/c1", new AsOf.Entry(claim.FirstEntry)))).Claim;
        (old.Content!.Says, old.Version, old.Erased!.Count).ShouldBe(("", 1, 1), "an old state says it too");

        await _archive.DoAsync(Correct("r/c1", "Third words", "sang at dawn"));
        (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Content!.Says.ShouldBe("Third words");
    }

    [Fact]
    public async Task One_version_of_a_claim_can_be_erased()
    {
        await _archive.DoAsync(new RecordClaim(_archive.Context(), "r/c1", new ClaimDraft("First words", Filling.Nothing), [new CitationDraft("s")], Sensitive: true));
        var first = (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).AsOf.Entry;
        await _archive.DoAsync(Correct("r/c1", "Second words"));
        (await _archive.EraseAsync("claim/r/c1", version: 1)).Words.ShouldBe(2, "the content and the fingerprint of its command");
        (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Content!.Says.ShouldBe("Second words");
        (await _archive.AskAsync(new GetClaim("r/c1", new AsOf.Entry(first)))).Claim.Content!.Says.ShouldBe("");
    }

    [Fact]
    public async Task An_actors_name_that_was_recorded_as_sensitive_can_be_erased()
    {
        await _archive.DoAsync(new RegisterActor(_archive.Context(), "a-7", ActorKind.Person, Role.Editor, "Canary Name", null, Sensitive: true));
        (await Actor()).Name.ShouldBe("Canary Name");
        var logged = await _archive.Log.ReadStreamAsync("actor/a-7", TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(logged.ShouldHaveSingleItem().Data.Span).ShouldNotContain("Canary");
        (await _archive.EraseAsync("actor/a-7")).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        var actor = await Actor();
        (actor.Name, actor.Role, actor.Erased!.Count).ShouldBe((null, Role.Editor, 1));

        async Task<ActorView> Actor() => (await _archive.AskAsync(new ListActors(AsOf.Latest, new PageRequest(1, 100)))).Actors.Items.Single(actor => actor.Id == "a-7");
    }

    [Fact]
    public async Task Bytes_that_another_source_still_has_stay_until_that_one_is_erased_too()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        await _archive.CaptureAsync("t", Text);
        var shared = await _archive.EraseAsync("source/s", digest);
        (shared.Outcome, shared.Because.ShouldHaveSingleItem()).ShouldBe((ErasureOutcome.Shared, "source/t"));
        (await _archive.CountAsync("content")).ShouldBe(1);
        (await _archive.EraseAsync("source/t", digest)).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        (await _archive.CountAsync("content")).ShouldBe(0);
        (await _archive.AskAsync(new ListErasures(AsOf.Latest, new PageRequest(1, 10)))).Erasures.Items.ShouldAllBe(view => view.Record!.Outcome == ErasureOutcome.Destroyed);
    }

    [Fact]
    public async Task A_hold_that_precedes_the_order_keeps_it_from_being_carried_out_and_one_that_follows_does_not()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        await _archive.QuoteAsync("r/c1", "s", "sang at dawn");
        await _archive.AppendAsync(new HoldPlaced("record/r", 1, "Order of 2026", "a case"));
        var held = await _archive.EraseAsync("source/s", digest);
        (held.Outcome, held.Because.ShouldHaveSingleItem()).ShouldBe((ErasureOutcome.Held, "record/r#1"));
        (await _archive.QuoteOfAsync("r/c1")).Exact.ShouldBe("sang at dawn");
        (await Source()).Captured.ShouldBe(true, "what is held is there");

        await _archive.AppendAsync(new HoldLifted("record/r", 1, "closed"));
        await _archive.AppendAsync(new HoldPlaced("source/s", 1, "Order of 2026", "a case"));
        (await _archive.RefusedAsync(Erase(_archive, "source/s", digest))).ShouldBe("under-hold");
        await _archive.AppendAsync(new HoldLifted("source/s", 1, "closed"));
        (await _archive.EraseAsync("source/s", digest)).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        (await Source()).Captured.ShouldBe(false);

        async Task<SourceView> Source() => (await _archive.AskAsync(new GetRecord("r", AsOf.Latest, ClaimFilter.None, new PageRequest(1, 10)))).Names.Sources["s"];
    }

    [Fact]
    public async Task A_rebuild_keeps_it_erased()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        await _archive.QuoteAsync("r/c1", "s", "sang at dawn");
        await _archive.DoAsync(new RecordClaim(_archive.Context(), "r/c2", new ClaimDraft("Secret", Filling.Nothing), [new CitationDraft("s")], Sensitive: true));
        await _archive.EraseAsync("source/s", digest);
        await _archive.EraseAsync("claim/r/c2");
        await _archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        (await _archive.QuoteOfAsync("r/c1")).IsErased.ShouldBeTrue();
        var claim = (await _archive.AskAsync(new GetClaim("r/c2", AsOf.Latest))).Claim;
        (claim.Content!.Says, claim.Erased![0].Outcome).ShouldBe(("", ErasureOutcome.Destroyed));
    }

    private CorrectClaim Correct(string claim, string says, string? phrase = null) => new(
        _archive.Context(), claim, new ClaimDraft(says, Filling.Nothing), [new CitationDraft("s", Phrase: phrase)], new Correction(CorrectionReason.Clarification, Fault.None, "clearer"));
}
