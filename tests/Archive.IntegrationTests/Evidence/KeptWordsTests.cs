using System.Text;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.EventLog;
using Archive.Evidence;
using Archive.Provenance;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Evidence;

public sealed class KeptWordsTests : IAsyncLifetime
{
    private const string Claim = "r/s-1";
    private const string Says = "Canary sings at dawn";

    private static readonly ClaimDraft Draft = new(Says, new Background(["p"], null), About: "health", AccordingTo: "p", DerivedFrom: ["r/c1"]);

    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        await _archive.OpenAsync("r");
        await _archive.RegisterAsync("s");
        await _archive.RegisterAsync("t");
        await _archive.EstablishAsync("p", AuthorityKind.Person, "Person");
        await _archive.RecordAsync("r/c1", "s");
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task What_a_sensitive_claim_says_is_in_answers_and_neither_in_the_log_nor_in_documents()
    {
        var receipt = await _archive.DoAsync(Record());
        var logged = (await _archive.Log.ReadStreamAsync($"claim/{Claim}", Cancellation)).ShouldHaveSingleItem();
        var stored = Encoding.UTF8.GetString(logged.Data.Span);
        stored.ShouldNotContain("Canary");
        stored.ShouldNotContain("health");
        logged.Metadata.Refs.ShouldBe(["record/r", "source/s"], "what it is about is not said by its references");
        logged.Metadata.Fingerprint.ShouldStartWith("kept:");
        (await TextsAsync("select data::text from archive_g1.mt_doc_claim_version")).ShouldAllBe(document => !document.Contains("Canary"));

        var content = (await _archive.AskAsync(new GetClaim(Claim, AsOf.Latest))).Claim.Content;
        (content!.Says, content.About, content.AccordingTo, content.Particulars).ShouldBe((Says, "health", "p", (Particulars)new Background(["p"], null)));
        content.DerivedFrom.ShouldBe(["r/c1"]);
        var history = await _archive.AskAsync(new GetHistory(Claim, AsOf.Latest, ClaimFilter.None, new PageRequest(1, 10)));
        history.Items.Items.ShouldHaveSingleItem().Changes.ShouldContain(change => change.After!.ToString()!.Contains(Says));
        history.Names.Authorities.Keys.ShouldBe(["p"]);
        receipt.Events.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_receipt_and_another_input_is_refused()
    {
        var record = Record();
        var first = await _archive.DoAsync(record);
        (await _archive.DoAsync(record)).ShouldBe(first);
        var other = await _archive.SendAsync(record with { Content = Draft with { Says = "Another" } });
        other.ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("command-id-reused");
        (await TextsAsync("select kind from archive_content.kept where confirmed order by kind")).ShouldBe(["content", "fingerprint"]);
    }

    [Fact]
    public async Task What_is_refused_or_stale_leaves_nothing_behind()
    {
        (await _archive.SendAsync(Record() with { Content = Draft with { AccordingTo = "nobody" } })).ShouldBeOfType<Outcome<Receipt>.Refused>();
        (await _archive.SendAsync(Record() with { Content = Draft with { Says = new string('x', 1_000) }, Decided = new string('9', 1_000_000) })).ShouldNotBeOfType<Outcome<Receipt>.Ok>();
        (await TextsAsync("select digest from archive_content.kept")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_of_a_sensitive_claim_is_kept_apart_too_and_what_stays_keeps_its_digest()
    {
        await _archive.DoAsync(Record());
        await _archive.DoAsync(new CorrectClaim(_archive.Context(), Claim, Draft, [new CitationDraft("s"), new CitationDraft("t")], Why));
        await _archive.DoAsync(new CorrectClaim(_archive.Context(), Claim, Draft with { Says = "Canary sings at noon" }, [new CitationDraft("s")], Why));
        var events = (await _archive.Log.ReadStreamAsync($"claim/{Claim}", Cancellation)).Select(logged => Encoding.UTF8.GetString(logged.Data.Span)).ToArray();
        events.ShouldAllBe(stored => !stored.Contains("Canary"));
        var kept = events.Select(stored => System.Text.Json.JsonDocument.Parse(stored).RootElement.GetProperty("content").GetProperty("kept").GetString()).ToArray();
        kept[1].ShouldBe(kept[0]);
        kept[2].ShouldNotBe(kept[0]);
        var difference = await _archive.AskAsync(new GetHistory(Claim, AsOf.Latest, ClaimFilter.None, new PageRequest(1, 10)));
        difference.Items.Items[^1].Changes.ShouldContain(change => change.Before!.ToString()!.Contains("dawn") && change.After!.ToString()!.Contains("noon"));
    }

    [Fact]
    public async Task The_same_claim_sent_twice_at_once_is_kept_once_and_its_words_are_there()
    {
        var record = Record();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _archive.Host.Sender.Send(record)));
        outcomes.ShouldAllBe(outcome => outcome is Outcome<Receipt>.Ok);
        (await TextsAsync("select kind from archive_content.kept where confirmed order by kind")).ShouldBe(["content", "fingerprint"]);
        (await TextsAsync("select kind from archive_content.kept where not confirmed")).ShouldBeEmpty();
        await _archive.Host.CatchUpAsync(Cancellation);
        (await _archive.AskAsync(new GetClaim(Claim, AsOf.Latest))).Claim.Content!.Says.ShouldBe(Says);
    }

    [Fact]
    public async Task The_sweep_confirms_what_is_in_the_log_and_takes_away_what_is_not()
    {
        await _archive.DoAsync(Record());
        await TextsAsync("update archive_content.kept set confirmed = false returning digest");
        var store = _archive.Host.Services.GetRequiredService<KeptStore>();
        await store.KeepAsync($"claim/{Claim}", EventId.NameBased(Guid.Empty, "crashed"u8), [new KeptDraft(KeptKind.Content, "\"lost\"", [])], Cancellation);
        var sweep = _archive.Host.Services.GetRequiredService<KeptSweep>();
        (await sweep.RunAsync(KeptSweep.Late, Cancellation)).ShouldBe(0, "an append may still be under way");
        (await TextsAsync("select digest from archive_content.kept where confirmed")).ShouldBeEmpty();
        (await sweep.RunAsync(TimeSpan.Zero, Cancellation)).ShouldBe(1);
        (await TextsAsync("select kind from archive_content.kept where confirmed order by kind")).ShouldBe(["content", "fingerprint"]);
        (await TextsAsync("select kind from archive_content.kept where not confirmed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeat_of_an_unfinished_command_is_given_the_digests_of_the_first_try()
    {
        var store = _archive.Host.Services.GetRequiredService<KeptStore>();
        KeptDraft[] drafts = [new(KeptKind.Content, "\"a\"", []), new(KeptKind.Content, "\"a\"", []), new(KeptKind.Content, "\"b\"", [])];
        var command = EventId.NameBased(Guid.Empty, "twice"u8);
        var first = (await store.KeepAsync("claim/r/x", command, drafts, Cancellation)).ShouldNotBeNull();
        first.Distinct(StringComparer.Ordinal).Count().ShouldBe(3, "the same words have different salts");
        var second = (await store.KeepAsync("claim/r/x", command, drafts, Cancellation)).ShouldNotBeNull();
        second.Order(StringComparer.Ordinal).ShouldBe(first.Order(StringComparer.Ordinal));
        await store.TakeBackAsync(first, Cancellation);
        (await store.FindAsync(first, Cancellation)).Count.ShouldBe(3, "the other try may still append it");
        await store.TakeBackAsync(second, Cancellation);
        (await store.FindAsync(first, Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update archive_content.kept set content = convert_to(replace(convert_from(content, 'UTF8'), 'dawn', 'noon'), 'UTF8') returning digest")]
    [InlineData("update archive_content.kept set content = '\\xff7b' returning digest")]
    [InlineData("update archive_content.kept set salt = sha256(salt) returning digest")]
    public async Task Altered_words_are_in_no_answer_and_under_no_decision(string alter)
    {
        await _archive.DoAsync(Record());
        await TextsAsync(alter);
        var asked = await _archive.Host.Sender.Send(new GetClaim(Claim, AsOf.Latest).AsTester());
        asked.ShouldBeOfType<Outcome<ClaimSnapshot>.Refused>().Refusal.Code.ShouldBe("words-altered");
        var corrected = await _archive.SendAsync(new CorrectClaim(_archive.Context(), Claim, Draft, [new CitationDraft("s"), new CitationDraft("t")], Why));
        corrected.ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("words-altered");
    }

    private static readonly Correction Why = new(CorrectionReason.Clarification, Fault.None, "clearer");

    private RecordClaim Record() => new(_archive.Context(), Claim, Draft, [new CitationDraft("s")], Sensitive: true);

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var command = _archive.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            texts.Add(reader.GetString(0));
        return texts;
    }
}
