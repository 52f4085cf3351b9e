using Archive.Authorities;
using Archive.Claims;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Provenance;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Tests.Cli;

public sealed class CommandTests
{
    [Fact]
    public async Task Show_asks_for_a_record_as_of_a_time_with_every_filter()
    {
        var archive = new FakeArchive();

        await Run.Of(
            archive, "show", "r", "--as-of", "2026-11-24T09:30:00Z", "--on", "2023-03-20", "--match", "certainly", "--zone", "Europe/Moscow", "--kind", "arrival",
            "--person", "xi", "--place", "vnukovo", "--status", "disputed", "--source", "tass", "--words", "lands", "--page", "2", "--page-size", "10");

        archive.Asked[0].ShouldBe(new GetRecord(
            "r",
            new AsOf.Time(Sample.At),
            new ClaimFilter(ClaimKind.Arrival, "xi", "vnukovo", ClaimStatus.Disputed, "tass", "lands", new OccurredFilter("2023-03-20", DateMatch.Certainly, "Europe/Moscow")),
            new PageRequest(2, 10)));
        archive.Freshness.ShouldBe(Freshness.AsFarAsPossible);
    }

    [Fact]
    public async Task An_entry_may_stand_behind_an_id()
    {
        (await AskedBy("show", "r@57")).ShouldBe(new GetRecord("r", new AsOf.Entry(57), ClaimFilter.None, PageRequest.First));
        (await AskedBy("claim", "r/c1@57")).ShouldBe(new GetClaim("r/c1", new AsOf.Entry(57)));
        (await AskedBy("trace", "r/c1@57")).ShouldBe(new TraceClaim("r/c1", new AsOf.Entry(57)));
        (await AskedBy("history", "r@57")).ShouldBe(new GetHistory("r", new AsOf.Entry(57), ClaimFilter.None, PageRequest.First));
        (await AskedBy("rests-on", "tass@57")).ShouldBe(new ListClaimsRestingOn("tass", new AsOf.Entry(57), ClaimFilter.None, PageRequest.First));
    }

    [Fact]
    public async Task The_other_questions_are_asked()
    {
        (await AskedBy("records", "--on", "2023")).ShouldBe(new ListRecords(AsOf.Latest, new OccurredFilter("2023"), PageRequest.First));
        (await AskedBy("diff", "r", "--from", "3", "--to", "5")).ShouldBe(new GetDifference("r", new AsOf.Entry(3), new AsOf.Entry(5), ClaimFilter.None));
        (await AskedBy("status")).ShouldBe(new Archive.Projection.GetStatus());
    }

    [Fact]
    public async Task A_record_is_opened_with_all_that_a_draft_has()
    {
        (await AskedBy(
            "record", "open", "r", "--title", "T", "--summary", "S", "--when", "2023", "--clock", "noon", "--zone", "Europe/Moscow", "--place", "a,b", "--language", "en",
            "--decided", "2026")).ShouldBe(new OpenRecord(
            Context, "r", new("T", "S", new DateDraft("2023", "noon", "Europe/Moscow"), ["a", "b"], "en", "Europe/Moscow"), "2026"));
    }

    [Fact]
    public async Task A_source_is_registered_with_all_that_a_draft_has()
    {
        (await AskedBy(
            "source", "add", "s", "--kind", "copy-of-official", "--title", "T", "--title-supplied", "--publisher", "P", "--author", "A", "--url", "http://u",
            "--published", "2023", "--language", "en", "--licence", "L", "--weak", "--note", "N", "--origin", "o", "--origin-likely")).ShouldBe(new RegisterSource(
            Context, "s", new(SourceKind.CopyOfOfficial, "T", true, "P", "A", "http://u", new DateDraft("2023"), "en", "L", true, "N"), new SourceOrigin("o", true)));
        (await AskedBy("source", "rate", "s", "B", "--words", "W")).ShouldBe(new RateSource(Context, "s", Reliability.B, "W"));
    }

    [Fact]
    public async Task An_authority_is_established_with_names_in_languages() =>
        (await AskedBy("authority", "add", "z", "--kind", "person", "--name", "Z", "--alias", "uk-Latn:Zelenskyy", "--uri", "http://u", "--note", "N")).ShouldBe(
            new EstablishAuthority(Context, "z", AuthorityKind.Person, new(new("Z"), [new("Zelenskyy", "uk-Latn")], ["http://u"], "N")));

    [Fact]
    public async Task A_claim_of_every_kind_is_recorded_with_its_particulars()
    {
        await Records(new Arrival(["x", "y"], "p", ["z"]), "arrival", "--who", "x,y", "--place", "p", "--met-by", "z");
        await Records(new Departure(["x"], null, ["z"]), "departure", "--who", "x", "--seen-off-by", "z");
        await Records(new Meeting(["x"], null, "f", ["s", "t"]), "meeting", "--who", "x", "--format", "f", "--subject", "s", "--subject", "t");
        await Records(
            new Signing(["x"], null, [new([new("A", "en"), new("联", "zh")])]), "signing", "--who", "x", "--document", "en:A | zh:联");
        await Records(
            new Statement(["x"], null, "m", new("Спасибо", "ru"), ["y"]), "statement", "--who", "x", "--medium", "m", "--spoken", "ru:Спасибо", "--addressed-to", "y");
        await Records(new Reaction(["x"], null, "r/c1", "concerned"), "reaction", "--who", "x", "--to", "r/c1", "--attitude", "concerned");
        await Records(new Background(["x"], null), "background", "--who", "x");
    }

    [Fact]
    public async Task A_claim_takes_its_record_s_zone_where_its_date_says_none()
    {
        var archive = new FakeArchive().Answers(Sample.Record(Sample.Claim()));

        await Run.Of(archive, "claim", "add", "r/c2", "--kind", "background", "--says", "S", "--when", "2023", "--cite", "tass");

        archive.Asked[^1].ShouldBeOfType<RecordClaim>().Content.Occurred.ShouldBe(new DateDraft("2023", null, "Europe/Moscow"));
    }

    [Fact]
    public async Task A_particular_of_another_kind_is_refused() =>
        (await Run.Of("claim", "add", "r/c2", "--kind", "meeting", "--says", "S", "--met-by", "x", "--cite", "tass")).Error.ShouldContain("meeting has no --met-by");

    [Fact]
    public async Task A_correction_changes_what_is_said_and_keeps_the_rest()
    {
        var archive = new FakeArchive().Answers(Sample.Trail(Sample.Claim()));

        await Run.Of(archive, "claim", "correct", "r/c1", "--clock", "13:10", "--reason", "wrong-time", "--fault", "source", "--words", "W", "--notice", "N", "--decided", "2026");

        archive.Asked[^1].ShouldBe(new CorrectClaim(
            Context with { ExpectedRevision = 3 },
            "r/c1",
            new ClaimDraft("Xi lands", new Arrival(["xi"], null, []), "en", new DateDraft("2023-03-20~", "13:10", "Europe/Moscow"), DerivedFrom: []),
            [new CitationDraft("tass")],
            new Correction(CorrectionReason.WrongTime, Fault.Source, "W", "N", "2026")));
    }

    [Fact]
    public async Task A_correction_can_clear_fields_and_replace_citations()
    {
        var archive = new FakeArchive().Answers(Sample.Trail(Sample.Claim()));

        await Run.Of(archive, "claim", "correct", "r/c1", "--clear", "when", "--clear", "who", "--cite", "wiki:contradicts", "--reason", "other", "--fault", "none", "--words", "W");

        var correction = archive.Asked[^1].ShouldBeOfType<CorrectClaim>();
        correction.Content.Occurred.ShouldBeNull();
        correction.Content.Particulars.Principals.ShouldBeEmpty();
        correction.Citations.ShouldBe([new CitationDraft("wiki", Stance.Contradicts)]);
    }

    [Fact]
    public async Task An_edited_claim_becomes_a_correction()
    {
        var archive = new FakeArchive().Answers(Sample.Trail(Sample.Claim()));

        var run = await Run.With(
            archive, "", text => text.Replace("Xi lands", "Xi \"lands\": at 习", StringComparison.Ordinal),
            "claim", "edit", "r/c1", "--reason", "clarification", "--fault", "archive", "--words", "W");

        run.Error.ShouldBeEmpty();
        var correction = archive.Asked[^1].ShouldBeOfType<CorrectClaim>();
        correction.Content.ShouldBe(
            new ClaimDraft("Xi \"lands\": at 习", new Arrival(["xi"], null, []), "en", new DateDraft("2023-03-20~", "about 12:59", "Europe/Moscow"), DerivedFrom: []));
        correction.Context.ExpectedRevision.ShouldBe(3);
    }

    [Fact]
    public async Task A_claim_closed_unchanged_changes_nothing()
    {
        var archive = new FakeArchive().Answers(Sample.Trail(Sample.Claim()));

        var run = await Run.With(archive, "", null, "claim", "edit", "r/c1");

        run.Code.ShouldBe(0);
        archive.Asked.OfType<ICommand>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x\n", "Anchors")]
    [InlineData("a: 1\na: 2\n", "twice")]
    [InlineData("content: [\n", "Line ")]
    [InlineData("content: {says: x, nonsense: y}\ncitations: []\n", "nonsense")]
    public async Task A_spoilt_edit_says_where_and_changes_nothing(string yaml, string why)
    {
        var archive = new FakeArchive().Answers(Sample.Trail(Sample.Claim()));

        var run = await Run.With(archive, "", _ => yaml, "claim", "edit", "r/c1", "--reason", "other", "--fault", "none", "--words", "W");

        run.Code.ShouldBe(2);
        run.Error.ShouldContain(why);
        archive.Asked.OfType<ICommand>().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_other_changes_of_a_claim_are_asked_for()
    {
        (await AskedBy("claim", "cite", "r/c1", "wiki:contradicts:when@2026=\"phrase\"", "--words", "W")).ShouldBe(
            new CiteSource(Context, "r/c1", new("wiki", Stance.Contradicts, CitedPart.When, "phrase", "2026"), "W"));
        (await AskedBy("claim", "withdraw-citation", "r/c1", "2", "--words", "W")).ShouldBe(new WithdrawCitation(Context, "r/c1", 2, "W"));
        (await AskedBy("claim", "dispute", "r/c1", "--question", "Q", "--version", "A", "tass", "wiki:mentions", "--version", "B", "cctv", "--words", "W")).ShouldBe(
            new DisputeClaim(Context, "r/c1", "Q", [new("A", [new("tass"), new("wiki", Stance.Mentions)]), new("B", [new("cctv")])], "W"));
        (await AskedBy("claim", "resolve", "r/c1", "--question", "1", "--outcome", "one-version", "--version", "2", "--words", "W", "--cite", "tass")).ShouldBe(
            new ResolveDispute(Context, "r/c1", "1", DisputeOutcome.OneVersion, "2", "W", [new("tass")]));
        (await AskedBy("claim", "reopen", "r/c1", "--question", "1", "--words", "W")).ShouldBe(new ReopenDispute(Context, "r/c1", "1", "W"));
        (await AskedBy("claim", "retract", "r/c1", "--reason", "withdrawn-by-source", "--words", "W", "--notice", "N")).ShouldBe(
            new RetractClaim(Context, "r/c1", RetractionReason.WithdrawnBySource, "W", "N"));
        (await AskedBy("claim", "reinstate", "r/c1", "--words", "W")).ShouldBe(new ReinstateClaim(Context, "r/c1", "W"));
        (await AskedBy("claim", "rank", "r/c1", "preferred")).ShouldBe(new RankClaim(Context, "r/c1", Rank.Preferred));
        (await AskedBy("claim", "rate", "r/c1", "2", "--decided", "2026")).ShouldBe(new RateClaim(Context, "r/c1", 2, null, "2026"));
    }

    [Fact]
    public async Task Actor_command_id_and_revision_are_passed_on() =>
        ((ICommand)await AskedBy("claim", "rate", "r/c1", "2", "--actor", "a1", "--command-id", "00000000-0000-0000-0000-000000000007", "--expected-revision", "4"))
            .Context.ShouldBe(new CommandContext(new Guid("00000000-0000-0000-0000-000000000007"), "a1", 4, Role: Role.Editor, Through: "local-7"));

    [Fact]
    public async Task Words_that_begin_with_an_at_sign_are_no_response_file() =>
        ((ReinstateClaim)await AskedBy("claim", "reinstate", "r/c1", "--words", "@reuters confirmed it")).Words.ShouldBe("@reuters confirmed it");

    [Theory]
    [InlineData("r")]
    [InlineData("r/c2")]
    public async Task A_sensitive_claim_is_recorded_as_one_and_gets_an_id_where_it_was_given_none(string id)
    {
        var record = (RecordClaim)await AskedBy("claim", "add", id, "--sensitive", "--kind", "background", "--says", "S", "--cite", "tass");
        record.Sensitive.ShouldBe(true);
        record.Claim.ShouldStartWith(id == "r" ? "r/s-" : id);
    }

    private static CommandContext Context => new(Run.CommandId, "local-7", Role: Role.Administrator);

    private static async Task Records(Particulars particulars, string kind, params string[] options) =>
        (await AskedBy([
            "claim", "add", "r/c2", "--kind", kind, "--says", "S", "--language", "en", "--about", "landing", "--according-to", "v", "--derived-from", "r/c1", "--cite", "tass", .. options
        ])).ShouldBe(new RecordClaim(Context, "r/c2", new ClaimDraft("S", particulars, "en", null, "landing", "v", ["r/c1"]), [new CitationDraft("tass")]));

    private static async Task<object> AskedBy(params string[] words)
    {
        var archive = new FakeArchive();
        var run = await Run.Of(archive, words);
        archive.Asked.ShouldNotBeEmpty(run.Error);
        // A mistyped id leads to further questions, a change may be led up to by some.
        return archive.Asked.OfType<ICommand>().Cast<object>().FirstOrDefault() ?? archive.Asked[0];
    }
}
