using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Records;
using Archive.Sources;
using static Archive.IntegrationTests.BadInput.SmallArchive;

namespace Archive.IntegrationTests.BadInput;

public sealed class RefusalTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    private static readonly ValueList<CitationDraft> Cited = [new("s")];

    private CommandContext Context => archive.Context;

    [Fact]
    public async Task Commands_on_a_claim_that_is_not_there_are_refused()
    {
        foreach (var command in (ICommand[])
                 [
                     new CorrectClaim(Context, "r/c9", Draft, Cited, Why),
                     new CiteSource(Context, "r/c9", new("s")),
                     new WithdrawCitation(Context, "r/c9", 1, "x"),
                     new RateClaim(Context, "r/c9", 1),
                     new RankClaim(Context, "r/c9", Rank.Preferred),
                     new DisputeClaim(Context, "r/c9", "q", [new("a", Cited), new("b", Cited)]),
                     new ResolveDispute(Context, "r/c9", "q", DisputeOutcome.BothHold, null, "x", []),
                     new ReopenDispute(Context, "r/c9", "q", "x"),
                     new RetractClaim(Context, "r/c9", RetractionReason.Wrong, "x"),
                     new ReinstateClaim(Context, "r/c9", "x"),
                     new RecordClaim(Context, "r/c8", Draft with { DerivedFrom = ["r/c1", "r/c9"] }, Cited),
                     new CorrectClaim(Context, "r/c1", Draft with { DerivedFrom = ["other/c1"] }, Cited, Why),
                 ])
        {
            await archive.RefusedAsync("claim-unknown", command);
        }
    }

    [Fact]
    public async Task Sources_that_are_not_there_are_refused()
    {
        ValueList<CitationDraft> unknown = [new("s"), new("nowhere")];
        foreach (var command in (ICommand[])
                 [
                     new RecordClaim(Context, "r/c9", Draft, unknown),
                     new CorrectClaim(Context, "r/c1", Draft, unknown, Why),
                     new CiteSource(Context, "r/c1", new("nowhere")),
                     new DisputeClaim(Context, "r/c1", "who", [new("a", Cited), new("b", unknown)]),
                     new ResolveDispute(Context, "r/c1", "when", DisputeOutcome.BothHold, null, "x", unknown),
                     new RegisterSource(Context, "new", new SourceDraft(SourceKind.Other, "T"), new SourceOrigin("nowhere", false)),
                     new DescribeSource(Context, "nowhere", new SourceDraft(SourceKind.Other, "T"), "x"),
                     new RateSource(Context, "nowhere", Reliability.A),
                     new EstablishOrigin(Context, "nowhere", new SourceOrigin("s", false)),
                     new EstablishOrigin(Context, "s", new SourceOrigin("nowhere", false)),
                     new WithdrawOrigin(Context, "nowhere", "x"),
                     new MergeSource(Context, "nowhere", "s", "x"),
                     new MergeSource(Context, "s", "nowhere", "x"),
                 ])
        {
            await archive.RefusedAsync("source-unknown", command);
        }
    }

    [Fact]
    public async Task Authorities_and_records_that_are_not_there_are_refused()
    {
        foreach (var command in (ICommand[])
                 [
                     new RecordClaim(Context, "r/c9", Draft with { Particulars = new Arrival(["p", "nobody"], null, []) }, Cited),
                     new RecordClaim(Context, "r/c9", Draft with { Particulars = new Arrival(["p"], null, ["nobody"]) }, Cited),
                     new RecordClaim(Context, "r/c9", Draft with { Particulars = new Arrival(["p"], "atlantis", []) }, Cited),
                     new CorrectClaim(Context, "r/c1", Draft with { AccordingTo = "nobody" }, Cited, Why),
                     new OpenRecord(Context, "new", new RecordDraft("T", Places: ["atlantis"])),
                     new DescribeRecord(Context, "r", new RecordDraft("T", Places: ["atlantis"]), "x"),
                     new DescribeAuthority(Context, "nobody", Described, "x"),
                     new MergeAuthority(Context, "nobody", "p", "x"),
                     new MergeAuthority(Context, "p", "nobody", "x"),
                 ])
        {
            await archive.RefusedAsync("authority-unknown", command);
        }

        await archive.RefusedAsync("record-unknown", new RecordClaim(Context, "other/c1", Draft, Cited));
        await archive.RefusedAsync("record-unknown", new DescribeRecord(Context, "other", new RecordDraft("T"), "x"));
    }

    [Fact]
    public async Task What_is_there_already_is_refused()
    {
        await archive.RefusedAsync("record-exists", new OpenRecord(Context, "r", new RecordDraft("T")));
        await archive.RefusedAsync("source-exists", new RegisterSource(Context, "s", new SourceDraft(SourceKind.Other, "T")));
        await archive.RefusedAsync("authority-exists", new EstablishAuthority(Context, "p", AuthorityKind.Person, Described));
        await archive.RefusedAsync("claim-exists", new RecordClaim(Context, "r/c1", Draft, Cited));
        await archive.RefusedAsync("dispute-exists", new DisputeClaim(Context, "r/c1", "when", [new("a", Cited), new("b", Cited)]));
        await archive.RefusedAsync("claim-already-retracted", new RetractClaim(Context, "r/c2", RetractionReason.Wrong, "x"));
        await archive.RefusedAsync("claim-not-retracted", new ReinstateClaim(Context, "r/c1", "x"));
    }

    [Fact]
    public async Task A_claim_keeps_its_kind_and_a_correction_corrects_something()
    {
        await archive.RefusedAsync("kind-fixed", new CorrectClaim(Context, "r/c1", Draft with { Particulars = new Departure(["p"], "pl", []) }, Cited, Why));
        await archive.RefusedAsync("kind-fixed", new CorrectClaim(Context, "r/c1", Draft with { Particulars = Filling.Nothing }, Cited, Why));
        await archive.RefusedAsync("nothing-corrected", new CorrectClaim(Context, "r/c1", Draft, Cited, Why));
        await archive.RefusedAsync("claim-retracted", new CorrectClaim(Context, "r/c2", Draft, Cited, Why));
    }

    [Fact]
    public async Task Numbers_and_questions_that_a_claim_does_not_have_are_refused()
    {
        await archive.RefusedAsync("citation-unknown", new WithdrawCitation(Context, "r/c1", 9, "x"));
        await archive.RefusedAsync("last-citation", new WithdrawCitation(Context, "r/c1", 1, "x"));
        await archive.RefusedAsync("dispute-unknown", new ResolveDispute(Context, "r/c1", "where", DisputeOutcome.BothHold, null, "x", []));
        await archive.RefusedAsync("dispute-version-unknown", new ResolveDispute(Context, "r/c1", "when", DisputeOutcome.OneVersion, "3", "x", []));
        await archive.RefusedAsync("dispute-open", new ReopenDispute(Context, "r/c1", "1", "x"));
    }

    [Fact]
    public async Task A_citation_stands_once()
    {
        var citation = new CitationDraft("s", Stance.Mentions, CitedPart.When, "words");
        await archive.RefusedAsync("citation-repeated", new RecordClaim(Context, "r/c9", Draft, [citation, new("t"), citation]));
        await archive.RefusedAsync("citation-repeated", new CorrectClaim(Context, "r/c1", Draft, [citation, citation], Why));
        await archive.RefusedAsync("citation-repeated", new CiteSource(Context, "r/c1", new("s")));
        await archive.RefusedAsync("citation-repeated", new DisputeClaim(Context, "r/c1", "who", [new("a", [citation, citation]), new("b", Cited)]));
        await archive.RefusedAsync("dispute-version-repeated", new DisputeClaim(Context, "r/c1", "who", [new("a", Cited), new("a", Cited)]));
    }

    [Fact]
    public async Task Nothing_goes_back_to_itself()
    {
        await archive.RefusedAsync("derived-from-itself", new RecordClaim(Context, "r/c9", Draft with { DerivedFrom = ["r/c9"] }, Cited));
        await archive.RefusedAsync("derived-from-itself", new CorrectClaim(Context, "r/c1", Draft with { DerivedFrom = ["r/c1"] }, Cited, Why));
        await archive.RefusedAsync("origin-cycle", new EstablishOrigin(Context, "s", new SourceOrigin("s", false)));
        await archive.RefusedAsync("origin-cycle", new EstablishOrigin(Context, "s", new SourceOrigin("t", true)));
        await archive.RefusedAsync("origin-cycle", new EstablishOrigin(Context, "s", new SourceOrigin("old", false)));
        await archive.RefusedAsync("merge-cycle", new MergeSource(Context, "s", "s", "x"));
        await archive.RefusedAsync("merge-cycle", new MergeSource(Context, "s", "old", "x"));
        await archive.RefusedAsync("merge-cycle", new MergeAuthority(Context, "p", "p", "x"));
        await archive.RefusedAsync("merge-cycle", new MergeAuthority(Context, "p", "old-p", "x"));
        await archive.RefusedAsync("merge-kinds", new MergeAuthority(Context, "p", "pl", "x"));
    }

    [Fact]
    public async Task What_was_merged_is_not_changed()
    {
        await archive.RefusedAsync("source-merged", new RateSource(Context, "old", Reliability.A));
        await archive.RefusedAsync("source-merged", new MergeSource(Context, "old", "t", "x"));
        await archive.RefusedAsync("authority-merged", new DescribeAuthority(Context, "old-p", Described, "x"));
    }

    [Fact]
    public async Task More_than_an_append_holds_is_refused()
    {
        var citations = Enumerable.Range(0, 300).Select(i => new CitationDraft("s", Phrase: $"{i} {new string('x', 4_000)}")).ToValueList();

        await archive.RefusedAsync("append-too-large", new RecordClaim(Context, "r/c9", Draft, citations));
    }
}
