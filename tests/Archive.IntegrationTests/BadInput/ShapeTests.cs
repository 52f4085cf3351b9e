using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Records;
using Archive.Sources;
using static Archive.IntegrationTests.BadInput.SmallArchive;

namespace Archive.IntegrationTests.BadInput;

public sealed class ShapeTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    private static readonly ValueList<CitationDraft> Cited = [new("s")];

    private static readonly SourceDraft Source = new(SourceKind.Other, "T");

    private CommandContext Context => archive.Context;

    [Fact]
    public async Task A_text_that_is_blank_too_long_or_not_whole_is_invalid_wherever_it_stands()
    {
        foreach (var text in (string[])["", " \t\u00a0", "a\0b", "a\u0007b", "a\u0085b", "a\uD83Db", "\uDE00", new string('x', 1024 * 1024)])
        {
            foreach (var (pointer, command) in Texts(text))
                await archive.InvalidAsync(command, pointer);
        }
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("A B")]
    [InlineData("Tass")]
    [InlineData("ünï")]
    [InlineData("习近平")]
    [InlineData("-x")]
    [InlineData("x.")]
    [InlineData("x/")]
    [InlineData("x\0")]
    [InlineData("x%2f")]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x")]
    public async Task An_id_of_another_form_is_invalid_wherever_it_stands(string id)
    {
        foreach (var (pointer, command) in Ids(id))
            await archive.InvalidAsync(command, pointer);
    }

    [Theory]
    [InlineData("2023-02-30", null, null, "edtf")]
    [InlineData("2023-13", null, null, "edtf")]
    [InlineData("2023-03-22/2023-03-20", null, null, "edtf")]
    [InlineData("20 March", null, null, "edtf")]
    [InlineData("2023\0", null, null, "edtf")]
    [InlineData("", null, null, "edtf")]
    [InlineData("2023-03-20", "25:61", null, "clock")]
    [InlineData("2023-03-20", "a\u0007", null, "clock")]
    [InlineData("2023-03-20", null, "Mars/Olympus", "zone")]
    [InlineData("2023-03-20", null, "../etc/localtime", "zone")]
    [InlineData("2023-03-20", null, "", "zone")]
    public async Task A_date_that_cannot_be_is_invalid_wherever_it_stands(string edtf, string? clock, string? zone, string part)
    {
        var date = new DateDraft(edtf, clock, zone);
        await archive.InvalidAsync(new RecordClaim(Context, "r/c9", Draft with { Occurred = date }, Cited), $"/content/occurred/{part}");
        await archive.InvalidAsync(new CorrectClaim(Context, "r/c1", Draft with { Occurred = date }, Cited, Why), $"/content/occurred/{part}");
        await archive.InvalidAsync(new OpenRecord(Context, "new", new RecordDraft("T", Occurred: date)), $"/description/occurred/{part}");
        await archive.InvalidAsync(new RegisterSource(Context, "new", Source with { Published = date }), $"/description/published/{part}");
        if (part == "edtf")
        {
            await archive.InvalidAsync(new RateClaim(Context, "r/c1", 1, Decided: edtf), "/decided");
            await archive.InvalidAsync(new CiteSource(Context, "r/c1", new("s", ConsultedOn: edtf)), "/citation/consultedOn");
        }
    }

    [Theory]
    [InlineData("/path")]
    [InlineData("wikidata.org/Q1")]
    [InlineData("//host/path")]
    [InlineData(" https://example.org")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/\0")]
    [InlineData("")]
    public async Task What_is_no_absolute_uri_is_invalid(string uri)
    {
        await archive.InvalidAsync(new EstablishAuthority(Context, "new", AuthorityKind.Person, Described with { Uris = ["urn:isni:0000000121032683", uri] }), "/description/uris/1");
        await archive.InvalidAsync(new RegisterSource(Context, "new", Source with { Url = uri }), "/description/url");
    }

    [Fact]
    public async Task A_source_is_found_on_the_web()
    {
        await archive.InvalidAsync(new RegisterSource(Context, "new", Source with { Url = "file:///etc/passwd" }), "/description/url");
        await archive.InvalidAsync(new RegisterSource(Context, "new", Source with { Url = "https://example.org/\uD83D" }), "/description/url");
    }

    [Fact]
    public async Task Values_outside_their_closed_lists_are_invalid()
    {
        await archive.InvalidAsync(new CiteSource(Context, "r/c1", new("s", (Stance)9, (CitedPart)9, Extent: (ConsultedExtent)9)), "/citation/stance", "/citation/about", "/citation/extent");
        await archive.InvalidAsync(new RankClaim(Context, "r/c1", (Rank)9), "/rank");
        await archive.InvalidAsync(new RateClaim(Context, "r/c1", 7), "/credibility");
        await archive.InvalidAsync(new RateSource(Context, "s", (Reliability)9), "/reliability");
        await archive.InvalidAsync(new RetractClaim(Context, "r/c1", (RetractionReason)99, "x"), "/reason");
        await archive.InvalidAsync(new CorrectClaim(Context, "r/c1", Draft, Cited, Why with { Reason = (CorrectionReason)99, Fault = (Fault)9 }), "/correction/reason", "/correction/fault");
        await archive.InvalidAsync(new EstablishAuthority(Context, "new", (AuthorityKind)9, Described), "/kind");
        await archive.InvalidAsync(new RegisterSource(Context, "new", new SourceDraft((SourceKind)99, "T", Language: "english!")), "/description/kind", "/description/language");
        await archive.InvalidAsync(new ResolveDispute(Context, "r/c1", "when", DisputeOutcome.BothHold, "1", "x", []), "/version");
        await archive.InvalidAsync(new WithdrawCitation(Context, "r/c1", 0, "x"), "/number");
        await archive.InvalidAsync(new RateClaim(new CommandContext(Guid.Empty, "", -1, Role: Role.Editor), "r/c1", 1), "/context/commandId", "/context/actor", "/context/expectedRevision");
    }

    [Fact]
    public async Task Lists_that_are_too_short_are_invalid()
    {
        await archive.InvalidAsync(new RecordClaim(Context, "r/c9", Draft, []), "/citations");
        await archive.InvalidAsync(new CorrectClaim(Context, "r/c1", Draft, [], Why), "/citations");
        await archive.InvalidAsync(new DisputeClaim(Context, "r/c1", "who", [new("a", [])]), "/versions", "/versions/0/citations");
        await archive.InvalidAsync(new RecordClaim(Context, "r/c9", Draft with { Particulars = new Signing(["p", "p"], null, [new([])]) }, Cited), "/content/particulars/who", "/content/particulars/documents/0/titles");
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var draft = new ClaimDraft("", new Arrival(["p", "A"], "B", ["p", "C"]), "e", new DateDraft("2023-13"), "D", "E", ["r/c1", "F"]);

        var messages = await archive.InvalidAsync(
            new RecordClaim(Context with { Actor = "G" }, "H", draft, [new("I"), new("s"), new("J", Phrase: "\0")], "K"),
            "/citations/0/source", "/citations/2/phrase", "/citations/2/source", "/claim", "/content/about", "/content/accordingTo", "/content/derivedFrom/1", "/content/language",
            "/content/occurred/edtf", "/content/particulars/metBy/1", "/content/particulars/place", "/content/particulars/who/1", "/content/says", "/context/actor", "/decided");

        messages[0].ShouldBe($"'I' is not an id: write {ArchiveId.Form}.");
        messages[1].ShouldBe("The text has the control character U+0000 at character 0. Remove it.");
    }

    private IEnumerable<(string Pointer, ICommand Command)> Texts(string text) =>
    [
        ("/content/says", new RecordClaim(Context, "r/c9", Draft with { Says = text }, Cited)),
        ("/citations/1/phrase", new RecordClaim(Context, "r/c9", Draft, [new("s"), new("s", Phrase: text)])),
        ("/content/particulars/words/text", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Statement(["p"], null, null, new LanguageText(text, "en"), []) }, Cited)),
        ("/content/particulars/medium", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Statement(["p"], null, text, null, []) }, Cited)),
        ("/content/particulars/subjects/0", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Meeting(["p"], null, null, [text]) }, Cited)),
        ("/content/particulars/attitude", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Reaction(["p"], null, null, text) }, Cited)),
        ("/content/particulars/documents/0/titles/1/text", new RecordClaim(
            Context, "r/c9", Draft with { Particulars = new Signing(["p"], null, [new([new LanguageText("T", "en"), new LanguageText(text, "zh")])]) }, Cited)),
        ("/content/says", new CorrectClaim(Context, "r/c1", Draft with { Says = text }, Cited, Why)),
        ("/correction/words", new CorrectClaim(Context, "r/c1", Draft, Cited, Why with { Words = text })),
        ("/correction/notice", new CorrectClaim(Context, "r/c1", Draft, Cited, Why with { Notice = text })),
        ("/citation/phrase", new CiteSource(Context, "r/c1", new("s", Phrase: text))),
        ("/words", new CiteSource(Context, "r/c1", new("t"), text)),
        ("/words", new WithdrawCitation(Context, "r/c1", 1, text)),
        ("/words", new RateClaim(Context, "r/c1", 1, text)),
        ("/words", new RankClaim(Context, "r/c1", Rank.Preferred, text)),
        ("/question", new DisputeClaim(Context, "r/c1", text, [new("a", Cited), new("b", Cited)])),
        ("/versions/1/says", new DisputeClaim(Context, "r/c1", "q", [new("a", Cited), new(text, Cited)])),
        ("/words", new ResolveDispute(Context, "r/c1", "when", DisputeOutcome.BothHold, null, text, [])),
        ("/version", new ResolveDispute(Context, "r/c1", "when", DisputeOutcome.OneVersion, text, "x", [])),
        ("/words", new ReopenDispute(Context, "r/c1", "when", text)),
        ("/words", new RetractClaim(Context, "r/c1", RetractionReason.Other, text)),
        ("/notice", new RetractClaim(Context, "r/c1", RetractionReason.Other, "x", text)),
        ("/words", new ReinstateClaim(Context, "r/c2", text)),
        ("/description/title", new OpenRecord(Context, "new", new RecordDraft(text))),
        ("/description/summary", new DescribeRecord(Context, "r", new RecordDraft("T", text), "x")),
        ("/words", new DescribeRecord(Context, "r", new RecordDraft("T"), text)),
        ("/description/title", new RegisterSource(Context, "new", new SourceDraft(SourceKind.Other, text))),
        ("/description/publisher", new RegisterSource(Context, "new", Source with { Publisher = text })),
        ("/description/author", new RegisterSource(Context, "new", Source with { Author = text })),
        ("/description/licence", new RegisterSource(Context, "new", Source with { Licence = text })),
        ("/description/note", new DescribeSource(Context, "s", Source with { Note = text }, "x")),
        ("/words", new RateSource(Context, "s", Reliability.A, text)),
        ("/words", new EstablishOrigin(Context, "s", new SourceOrigin("t", false), text)),
        ("/words", new WithdrawOrigin(Context, "t", text)),
        ("/words", new MergeSource(Context, "s", "t", text)),
        ("/description/name/text", new EstablishAuthority(Context, "new", AuthorityKind.Person, Described with { Name = new AuthorityName(text) })),
        ("/description/aliases/0/text", new DescribeAuthority(Context, "p", Described with { Aliases = [new AuthorityName(text)] }, "x")),
        ("/description/note", new DescribeAuthority(Context, "p", Described with { Note = text }, "x")),
        ("/words", new MergeAuthority(Context, "p", "pl", text)),
    ];

    private IEnumerable<(string Pointer, ICommand Command)> Ids(string id) =>
    [
        ("/record", new OpenRecord(Context, id, new RecordDraft("T"))),
        ("/description/places/0", new OpenRecord(Context, "new", new RecordDraft("T", Places: [id]))),
        ("/record", new DescribeRecord(Context, id, new RecordDraft("T"), "x")),
        ("/claim", new RecordClaim(Context, id, Draft, Cited)),
        ("/claim", new RecordClaim(Context, "r/" + id, Draft, Cited)),
        ("/claim", new CorrectClaim(Context, id + "/c1", Draft, Cited, Why)),
        ("/citations/0/source", new RecordClaim(Context, "r/c9", Draft, [new(id)])),
        ("/content/particulars/who/0", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Meeting([id], null, null, []) }, Cited)),
        ("/content/particulars/seenOffBy/0", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Departure(["p"], null, [id]) }, Cited)),
        ("/content/particulars/addressedTo/0", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Statement(["p"], null, null, null, [id]) }, Cited)),
        ("/content/particulars/place", new RecordClaim(Context, "r/c9", Draft with { Particulars = new Background([], id) }, Cited)),
        ("/content/about", new RecordClaim(Context, "r/c9", Draft with { About = id }, Cited)),
        ("/content/accordingTo", new RecordClaim(Context, "r/c9", Draft with { AccordingTo = id }, Cited)),
        ("/content/derivedFrom/0", new RecordClaim(Context, "r/c9", Draft with { DerivedFrom = ["r/" + id] }, Cited)),
        ("/citation/source", new CiteSource(Context, "r/c1", new(id))),
        ("/versions/1/citations/0/source", new DisputeClaim(Context, "r/c1", "q", [new("a", Cited), new("b", [new(id)])])),
        ("/citations/0/source", new ResolveDispute(Context, "r/c1", "when", DisputeOutcome.BothHold, null, "x", [new(id)])),
        ("/claim", new RetractClaim(Context, id, RetractionReason.Other, "x")),
        ("/source", new RegisterSource(Context, id, Source)),
        ("/origin/source", new RegisterSource(Context, "new", Source, new SourceOrigin(id, false))),
        ("/origin/source", new EstablishOrigin(Context, "s", new SourceOrigin(id, false))),
        ("/into", new MergeSource(Context, "s", id, "x")),
        ("/authority", new EstablishAuthority(Context, id, AuthorityKind.Person, Described)),
        ("/into", new MergeAuthority(Context, "p", id, "x")),
        ("/context/actor", new RateSource(Context with { Actor = id }, "s", Reliability.A)),
    ];
}
