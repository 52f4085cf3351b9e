using System.Text;
using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Dossiers;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Evidence;

public sealed class QuotingTests : IAsyncLifetime
{
    private const string Text = "The aircraft landed at Vnukovo 🛬. The guests left; the aircraft left.";

    private static readonly Correction Why = new(CorrectionReason.Other, Fault.None, "why", null, null);

    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        await _archive.OpenAsync("r");
        await _archive.RegisterAsync("s");
        await _archive.RegisterAsync("t");
        await CaptureAsync("s", "An older text, in which nothing of the kind stands.");
        await CaptureAsync("s", Text);
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Quoted_words_are_found_in_the_newest_capture_and_are_in_answers_and_not_in_the_log()
    {
        await _archive.RecordAsync("r/c1", new ClaimDraft("It landed", Filling.Nothing), new CitationDraft("s", Phrase: "landed at Vnukovo"), new CitationDraft("t", Phrase: "landed too"));

        var citations = (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Citations;
        var quote = citations![0].Quote!;
        (quote.State, quote.Exact, quote.Position).ShouldBe((QuoteState.Exact, "landed at Vnukovo", new QuotePosition(13, 30)));
        (citations[1].Quote!.State, citations[1].Quote!.Exact).ShouldBe((QuoteState.TranscribedUnseen, "landed too"));
        var stored = Encoding.UTF8.GetString((await _archive.Log.ReadStreamAsync("claim/r/c1", Cancellation)).Single().Data.Span);
        stored.ShouldNotContain("landed at");
        stored.ShouldContain(quote.Kept!);
        stored.ShouldContain("landed too");
    }

    [Theory]
    [InlineData("Landed at Vnukovo", null, "quote-missing")]
    [InlineData("aircraft", null, "quote-ambiguous")]
    [InlineData("aircraft", "guests ", "quote-missing")]
    public async Task Words_that_do_not_stand_there_at_one_place_are_refused(string phrase, string? prefix, string code)
    {
        var draft = new CitationDraft("s", Phrase: phrase, Prefix: prefix);
        await _archive.RecordAsync("r/c1", "s");
        var changes = new ICommand[]
        {
            new RecordClaim(_archive.Context(), "r/c2", new ClaimDraft("x", Filling.Nothing), [draft]),
            new CiteSource(_archive.Context(), "r/c1", draft),
            new CorrectClaim(_archive.Context(), "r/c1", new ClaimDraft("x", Filling.Nothing), [draft], Why),
            new DisputeClaim(_archive.Context(), "r/c1", "q", [new("a", [draft]), new("b", [new("t")])]),
        };
        foreach (var change in changes)
            (await _archive.SendAsync(change)).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe(code);
        await _archive.DoAsync(new DisputeClaim(_archive.Context(), "r/c1", "q", [new("a", [new("s")]), new("b", [new("t")])]));
        (await _archive.SendAsync(new ResolveDispute(_archive.Context(), "r/c1", "q", DisputeOutcome.BothHold, null, "so", [draft])))
            .ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_correction_keeps_the_quotes_that_stay_whatever_was_captured_since()
    {
        await _archive.RecordAsync("r/c1", new ClaimDraft("It landed", Filling.Nothing), new CitationDraft("s", Phrase: "landed at Vnukovo"));
        var before = (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Citations![0];
        await CaptureAsync("s", "The page is gone.");

        await _archive.DoAsync(new CorrectClaim(_archive.Context(), "r/c1", new ClaimDraft("It landed softly", Filling.Nothing), [new CitationDraft("s", Phrase: "landed at Vnukovo"), new CitationDraft("t")], Why));

        (await _archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Citations![0].ShouldBe(before);
        (await _archive.SendAsync(new CiteSource(_archive.Context(), "r/c1", new CitationDraft("s", Phrase: "The guests left")))).ShouldBeOfType<Outcome<Receipt>.Refused>();
        await _archive.DoAsync(new CiteSource(_archive.Context(), "r/c1", new CitationDraft("s", Phrase: "The guests left", Capture: before.Quote!.Capture)));
    }

    [Fact]
    public async Task A_text_that_was_altered_is_said_so_and_nothing_is_looked_for_in_it()
    {
        await Tamper("update archive_content.chunk set bytes = set_byte(bytes, 0, 255 - get_byte(bytes, 0))");
        (await _archive.SendAsync(new CiteSource(_archive.Context(), "r/c1", new CitationDraft("s", Phrase: "left")))).ShouldBeOfType<Outcome<Receipt>.Refused>()
            .Refusal.Code.ShouldBe("capture-altered");
    }

    [Fact]
    public async Task Who_may_not_read_a_capture_learns_nothing_of_its_text_by_quoting()
    {
        await _archive.DoAsync(new SetAccess(_archive.Context(), "source/s", new AccessRule(AccessKind.Closed, LegalBasis: "a promise"), "closed"));
        var editor = _archive.Context() with { Role = Role.Editor };
        foreach (var phrase in new[] { "landed at Vnukovo", "Landed at Vnukovo" })
        {
            var refusal = (await _archive.SendAsync(new RecordClaim(editor, "r/c9", new ClaimDraft("x", Filling.Nothing), [new CitationDraft("s", Phrase: phrase)])))
                .ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal;
            refusal.Code.ShouldBe("capture-withheld");
            refusal.Message.ShouldNotContain("Vnukovo");
        }
    }

    [Fact]
    public async Task A_dossier_quotes_captures_by_the_same_rules_and_is_recognised_again()
    {
        using var folder = new TemporaryDossier("""
            record: {id: r, title: Title of r}
            sources:
              - {id: s, kind: agency, title: Title of s}
            claims:
              - {id: d1, kind: background, says: It landed, cites: [{s: landed at Vnukovo}]}
              - {id: d2, kind: background, says: It left, cites: [{source: s, phrase: aircraft, suffix: " left"}]}
            """);
        var first = await _archive.AskAsync(new ImportDossier(folder.Path, TestArchive.Tester));
        first.Events.ShouldBe(2);
        await _archive.Host.CatchUpAsync(Cancellation);
        (await _archive.AskAsync(new GetClaim("r/d2", AsOf.Latest))).Claim.Citations![0].Quote!.Position.ShouldBe(new QuotePosition(55, 63));
        (await _archive.AskAsync(new ImportDossier(folder.Path, TestArchive.Tester))).Events.ShouldBe(0);

        using var wrong = new TemporaryDossier("""
            record: {id: r, title: Title of r}
            sources:
              - {id: s, kind: agency, title: Title of s}
            claims:
              - {id: d3, kind: background, says: It landed, cites: [{s: landet at Vnukovo}]}
            """);
        var refused = (await _archive.Host.Sender.Send(new ImportDossier(wrong.Path, TestArchive.Tester), Cancellation)).ShouldBeOfType<Outcome<ImportResult>.Invalid>();
        refused.Violations.ShouldHaveSingleItem().Detail.ShouldContain("Nearest is");
    }

    private Task CaptureAsync(string source, string text) =>
        _archive.DoAsync(new CaptureSource(_archive.Context(), source, new CaptureDraft(), new CaptureBytes(() => new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    private async Task Tamper(string sql)
    {
        await using var command = _archive.Database.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBeGreaterThan(0);
    }

    private sealed class TemporaryDossier : IDisposable
    {
        public TemporaryDossier(string yaml) => File.WriteAllText(System.IO.Path.Combine(Path, "dossier.yaml"), yaml);

        public string Path { get; } = Directory.CreateTempSubdirectory("quoting-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
