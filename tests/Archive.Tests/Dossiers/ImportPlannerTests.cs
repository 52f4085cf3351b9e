using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Dossiers;

namespace Archive.Tests.Dossiers;

public sealed class ImportPlannerTests
{
    private const string Rating = "\n  - {rate: c1, credibility: 2, words: seen}";

    [Fact]
    public void A_first_import_gives_first_versions_and_then_changes()
    {
        var archive = new PaperArchive().Import(DossierText.Good);
        archive.Log.Select(past => past.Event.GetType().Name).ShouldBe(
        [
            "AuthorityEstablished", "AuthorityEstablished", "SourceRegistered", "SourceRegistered", "SourceOriginEstablished",
            "RecordOpened", "ClaimRecorded", "ClaimRecorded", "ClaimCorrected",
        ]);
        var corrected = archive.Log.Select(past => past.Event).OfType<ClaimCorrected>().Single();
        (corrected.Content.Says, corrected.Content.Occurred!.Clock, corrected.Content.Occurred.Zone).ShouldBe(("Xi lands", "12:59", "Europe/Moscow"));
        corrected.Content.Particulars.ShouldBe(new Arrival(["xi"], "moscow", []));
    }

    [Fact]
    public void Importing_again_needs_nothing_whoever_imports()
    {
        var archive = new PaperArchive().Import(DossierText.Good + Rating);
        archive.Plan(DossierText.Good + Rating).Planned.ShouldBeEmpty();
        archive.Plan(DossierText.Good + Rating, "somebody-else").Errors.ShouldBeEmpty();
        archive.Plan(DossierText.Good + Rating, "somebody-else").Planned.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void An_import_that_was_cut_short_goes_on_with_the_same_commands(int done)
    {
        var whole = new PaperArchive().Import(DossierText.Good + Rating);
        var resumed = new PaperArchive().Import(DossierText.Good + Rating, done).Import(DossierText.Good + Rating);
        resumed.Log.ShouldBe(whole.Log);
    }

    [Fact]
    public void A_new_change_at_the_end_is_all_that_is_needed()
    {
        var planned = new PaperArchive().Import(DossierText.Good).Plan(DossierText.Good + Rating).Planned;
        planned.Single().Events.ShouldBe([new ClaimRated("visit/c1", 2, "seen")]);
    }

    [Fact]
    public void A_claim_edited_in_place_is_refused_with_the_correction_to_paste()
    {
        var archive = new PaperArchive().Import(DossierText.Good);
        var edited = DossierText.Spoilt("says: Xi lands", "says: \"Xi lands: at last\"").Replace("    where: moscow\n", "", StringComparison.Ordinal);
        var (planned, errors) = archive.Plan(edited);
        planned.ShouldBeEmpty();
        errors.Single().ShouldBe(
            """
            d.yaml:13:5: The archive holds another first version of claim c1: it was edited in place. Put it back as it was, and add at the end of 'changes':

              - correct: c1
                reason: REASON
                fault: FAULT
                set: {says: "Xi lands: at last", where: null}
                cites: [tass, {source: wiki, stance: contradicts, about: when}]
                words: WORDS

            """);
    }

    [Fact]
    public void The_pasted_correction_is_imported()
    {
        var archive = new PaperArchive().Import(DossierText.Good);
        var paste = archive.Plan(DossierText.Spoilt("says: Xi lands", "says: Xi landed")).Errors.Single().Split("'changes':\n\n")[1]
            .Replace("REASON", "clarification", StringComparison.Ordinal).Replace("FAULT", "archive", StringComparison.Ordinal);
        archive.Plan(DossierText.Good + "\n" + paste).Planned.Single().Events.Single().ShouldBeOfType<ClaimCorrected>().Content.Says.ShouldBe("Xi landed");
    }

    [Theory]
    [InlineData("title: Report", "title: Reports", "describe: source/tass")]
    [InlineData("name: Moscow", "name: Moskva", "describe: authority/moscow")]
    [InlineData("title: A visit", "title: The visit", "describe: record/visit")]
    [InlineData("kind: place", "kind: person", "what differs cannot be changed")]
    public void Other_first_versions_edited_in_place_are_refused_alike(string part, string by, string expected) =>
        new PaperArchive().Import(DossierText.Good).Plan(DossierText.Spoilt(part, by)).Errors.Single().ShouldContain(expected);

    [Fact]
    public void A_changed_change_is_refused()
    {
        var (planned, errors) = new PaperArchive().Import(DossierText.Good).Plan(DossierText.Spoilt("words: It was later.", "words: Later."));
        planned.ShouldBeEmpty();
        errors.Single().ShouldStartWith("d.yaml:27:5: The archive holds another change in place of this 'correct' of claim/visit/c1.");
    }

    [Fact]
    public void A_new_change_before_an_old_one_is_refused() =>
        new PaperArchive().Import(DossierText.Good).Plan(DossierText.Spoilt("changes:", "changes:" + Rating)).Errors.Single()
            .ShouldStartWith("d.yaml:27:5: This change is new, but stands before others of claim/visit/c1");

    [Fact]
    public void What_others_did_meanwhile_is_passed_over_and_stays()
    {
        var archive = new PaperArchive().Import(DossierText.Good);
        archive.Do(new RateClaim(new CommandContext(Guid.Parse("22222222-2222-2222-2222-222222222222"), "other"), "visit/c1", 5));
        archive.Plan(DossierText.Good).Planned.ShouldBeEmpty();
        archive.Plan(DossierText.Good + Rating).Planned.Single().Events.ShouldBe([new ClaimRated("visit/c1", 2, "seen")]);
        archive.Plan(DossierText.Good + "\n  - {rate: c1, credibility: 5}").Planned.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_that_a_decider_refuses_is_told_with_its_place_and_nothing_is_planned_for_it()
    {
        var (planned, errors) = new PaperArchive().Plan(
            DossierText.Good + "\n  - {reinstate: c1, words: so}\n  - {withdraw: c2, citation: wiki, words: so}\n  - {resolve: c2, question: what, as: yes, words: so}");
        errors.Select(error => error.Split(". ")[0]).ShouldBe(
        [
            "d.yaml:33:5: Claim visit/c1 is not retracted: there is nothing to take back.",
            "d.yaml:34:30: Claim visit/c2 cites wiki 0 times",
            "d.yaml:35:5: Claim visit/c2 has no dispute 'what'",
        ]);
        planned.ShouldNotContain(command => command.Item.Verb == "reinstate");
    }

    [Fact]
    public void An_origin_that_comes_round_through_changes_is_refused() =>
        new PaperArchive().Plan(DossierText.Good + "\n  - {origin: tass, repeats: wiki}").Errors.Single().ShouldContain("cannot repeat wiki");

    [Fact]
    public void A_claim_derived_from_one_that_is_nowhere_is_refused() =>
        new PaperArchive().Plan(DossierText.Spoilt("derived-from: [c1]", "derived-from: [other/c1]")).Errors.Single().ShouldContain("other/c1, which is not there");

    [Fact]
    public void A_plan_says_what_changes_field_by_field()
    {
        var fields = new PaperArchive().Plan(DossierText.Good).Planned.SelectMany(PlannedFields.Of).ToArray();
        fields.Single(planned => planned.Type == "claim-corrected.v2").Fields.Select(field => field.Field).ShouldBe(["occurred", "citations"]);
        fields.Single(planned => planned is { Stream: "source/tass" }).Fields.Select(field => $"{field.Field}={field.After}").ShouldBe(["kind=agency", "title=Report"], ignoreOrder: true);
        fields.First(planned => planned is { Stream: "claim/visit/c2" }).At.ShouldBe("d.yaml:21:5");
    }
}
