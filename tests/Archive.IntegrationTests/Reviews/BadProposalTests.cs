using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Domain.Time;
using Archive.IntegrationTests.BadInput;
using Archive.Reviews;

namespace Archive.IntegrationTests.Reviews;

public sealed class BadProposalTests(SmallArchive small) : IClassFixture<SmallArchive>
{
    private static readonly ClaimDraft Draft = SmallArchive.Draft with { Says = "Xi lands" };

    private static readonly ProposedCorrection Correction = new(Draft, [new("s")], CorrectionReason.Other, Fault.None, "x");

    [Fact]
    public async Task Every_error_in_a_proposed_change_is_named_where_it_stands()
    {
        await small.InvalidAsync(
            Submit(new ProposedCorrection(
                new ClaimDraft(" ", new Arrival(["P"], "a b", []), "?", new DateDraft("20 March"), "A", "B", ["c1"]), [new CitationDraft("S", Phrase: " ", ConsultedOn: "?")], (CorrectionReason)99, (Fault)99, "", "\u0007")),
            "/change/content/says", "/change/content/particulars/who/0", "/change/content/particulars/place", "/change/content/language", "/change/content/occurred/edtf", "/change/content/about",
            "/change/content/accordingTo", "/change/content/derivedFrom/0", "/change/citations/0/source", "/change/citations/0/phrase", "/change/citations/0/consultedOn", "/change/reason", "/change/fault", "/change/words", "/change/notice");
        await small.InvalidAsync(Submit(new ProposedClaim(Draft, [])), "/change/citations");
        await small.InvalidAsync(Submit(new ProposedRetraction((RetractionReason)(-1), " ", " ")), "/change/reason", "/change/words", "/change/notice");
        await small.InvalidAsync(Submit(new ProposedCitation(new CitationDraft("?", (Stance)9, (CitedPart)9), "\u0000")), "/change/citation/source", "/change/citation/stance", "/change/citation/about", "/change/words");
        await small.InvalidAsync(new SubmitProposal(small.Context with { Actor = "An Actor" }, "c1", Correction, new string('x', 20_001)), "/context/actor", "/claim", "/words");
    }

    [Fact]
    public async Task A_decision_has_a_number_and_a_rejection_its_words()
    {
        await small.InvalidAsync(new AcceptProposal(small.Context, "c1", 0, " ", "?"), "/claim", "/number", "/words", "/decided");
        await small.InvalidAsync(new RejectProposal(small.Context, "r/c1", -1, ""), "/number", "/words");
        await small.InvalidAsync(new WithdrawProposal(small.Context, "r/c1", int.MinValue, "\u001b[2J"), "/number", "/words");
    }

    [Fact]
    public async Task What_could_never_be_accepted_is_refused_as_the_change_itself_is()
    {
        await small.RefusedAsync("claim-exists", Submit(new ProposedClaim(Draft, [new("s")])));
        await small.RefusedAsync("record-unknown", new SubmitProposal(small.Context, "nowhere/c1", new ProposedClaim(Draft, [new("s")])));
        await small.RefusedAsync("claim-unknown", new SubmitProposal(small.Context, "r/c99", Correction));
        await small.RefusedAsync("claim-retracted", new SubmitProposal(small.Context, "r/c2", Correction));
        await small.RefusedAsync("claim-already-retracted", new SubmitProposal(small.Context, "r/c2", new ProposedRetraction(RetractionReason.Other, "x")));
        await small.RefusedAsync("source-unknown", Submit(new ProposedCitation(new CitationDraft("nowhere"))));
        await small.RefusedAsync("citation-repeated", Submit(new ProposedCitation(new CitationDraft("s"))));
        await small.RefusedAsync("authority-unknown", Submit(Correction with { Content = Draft with { AccordingTo = "nobody" } }));
        await small.RefusedAsync("kind-fixed", Submit(Correction with { Content = new ClaimDraft("x", Filling.Nothing) }));
        await small.RefusedAsync("nothing-corrected", Submit(Correction with { Content = SmallArchive.Draft }));
        await small.RefusedAsync("append-too-large", Submit(Correction with
        {
            Citations = Enumerable.Range(0, 400).Select(i => new CitationDraft("s", Phrase: new string('x', 4_000) + i)).ToValueList(),
        }));
    }

    [Fact]
    public async Task What_nobody_proposed_is_not_decided()
    {
        await small.RefusedAsync("proposal-unknown", new AcceptProposal(small.Context, "r/c1", 1));
        await small.RefusedAsync("proposal-unknown", new RejectProposal(small.Context, "r/c99", int.MaxValue, "x"));
        await small.RefusedAsync("proposal-unknown", new WithdrawProposal(small.Context, "nowhere/c1", 1));
    }

    private SubmitProposal Submit(ProposedChange change) => new(small.Context, "r/c1", change);
}
