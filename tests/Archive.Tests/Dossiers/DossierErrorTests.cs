using System.Text;
using Archive.Dossiers;

namespace Archive.Tests.Dossiers;

public sealed class DossierErrorTests
{
    [Fact]
    public void The_good_dossier_has_no_errors() => DossierText.ErrorsOf(DossierText.Good).ShouldBeEmpty();

    [Theory]
    [InlineData("clock: morning", "clok: morning", "d.yaml:17:5: An arrival has no field 'clok'. Did you mean 'clock'?")]
    [InlineData("kind: arrival", "kind: arival", "d.yaml:14:11: 'arival' is none of the words for 'kind'")]
    [InlineData("cites: [wiki]", "cites: [wikki]", "d.yaml:20:13: There is no source 'wikki' in this dossier. Did you mean 'wiki'?")]
    [InlineData("cites: [wiki]", "cites: []", "d.yaml:13:5: An arrival needs 'cites'")]
    [InlineData("who: [xi]", "who: [putin]", "d.yaml:18:11: There is no authority 'putin' in this dossier.")]
    [InlineData("when: 2023-03-20", "when: 2023-02-30", "d.yaml:16:11: ")]
    [InlineData("when: 2023-03-20", "when: 2023-03-20/2023-03-19", "d.yaml:16:11: ")]
    [InlineData("correct: c1", "correct: c9", "d.yaml:27:14: There is no claim 'c9' in this dossier.")]
    [InlineData("correct: c1", "corect: c1", "Did you mean 'correct'?")]
    [InlineData("set: {clock: \"12:59\"}", "set: {when: 2023-13}", "d.yaml:30:17: ")]
    [InlineData("set: {clock: \"12:59\"}", "set: {clock: \"25:00\"}", "d.yaml:30:18: ")]
    [InlineData("set: {clock: \"12:59\"}", "set: {met-bye: [xi]}", "d.yaml:30:11: An arrival has no field 'met-bye'. Did you mean 'met-by'?")]
    [InlineData("set: {clock: \"12:59\"}", "set: {kind: meeting}", "d.yaml:30:17: A correction cannot change the kind")]
    [InlineData("set: {clock: \"12:59\"}", "set: {says: null}", "d.yaml:30:17: A claim always says something")]
    [InlineData("{id: moscow, kind: place, name: Moscow}", "{id: xi, kind: place, name: Moscow}", "d.yaml:8:5: The authority 'xi' stands twice, first in line 7.")]
    [InlineData("- id: c2", "- id: c1", "The claim 'c1' stands twice, first in line 13.")]
    [InlineData("{id: moscow, kind: place, name: Moscow}", "{id: moscow, kind: place, name: Xi Jinping}", null)]
    [InlineData("{id: tass, kind: agency, title: Report}", "{id: tass, kind: agency, title: Report, origin: wiki}", "This goes round in a circle: source tass repeats wiki repeats tass.")]
    [InlineData("clock: morning", "derived-from: [c2]", "This goes round in a circle: claim c1 is derived from c2 is derived from c1.")]
    [InlineData("  title: A visit", "  title: \"\"", "d.yaml:3:10: Words are missing here")]
    [InlineData("  title: A visit", "  title: A visit\n  title: B", "d.yaml:4:3: 'title' stands twice here, first in line 3.")]
    [InlineData("  title: A visit", "\ttitle: A visit", "d.yaml:3:1: This is not YAML")]
    [InlineData("  title: A visit", "  title: &a A visit", "d.yaml:3:10: '&a' names this place.")]
    [InlineData("  title: A visit", "  title: *a", "d.yaml:3:10: '*a' repeats another place.")]
    [InlineData("  title: A visit", "  title: !!int 3", "is a YAML tag")]
    [InlineData("  title: A visit", "  title: [A visit]", "d.yaml:3:10: 'title' is a text.")]
    [InlineData("record:", "recrod:", "d.yaml:1:1: A dossier has no section 'recrod'. Did you mean 'record'?")]
    [InlineData("  id: visit", "  id: A Visit", "d.yaml:2:7: 'A Visit' is not an id")]
    [InlineData("language: en", "language: english language", "d.yaml:5:13: 'english language' is not a language tag")]
    [InlineData("zone: Europe/Moscow", "zone: Europe/Moskau", "d.yaml:4:9: ")]
    [InlineData("changes:", "---\nchanges:", "d.yaml:26:1: A second document begins here")]
    public void A_mistake_is_told_with_its_place_and_what_to_do(string part, string by, string? expected)
    {
        var found = string.Join('\n', DossierText.ErrorsOf(DossierText.Spoilt(part, by)));
        if (expected is null)
            found.ShouldBeEmpty();
        else
            found.ShouldContain(expected);
    }

    [Fact]
    public void A_name_of_two_authorities_asks_for_the_id() =>
        DossierText.ErrorsOf(DossierText.Spoilt("name: Moscow}", "name: Xi Jinping}").Replace("who: [xi]", "who: [Xi Jinping]", StringComparison.Ordinal))
            .Single().ShouldBe("d.yaml:18:11: 'Xi Jinping' is a name of several authorities: moscow, xi. Write the id of the one that is meant.");

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var yaml = DossierText.Good.Replace("kind: agency", "kind: agence", StringComparison.Ordinal)
            .Replace("when: 2023-03-20", "when: 2023-03-32", StringComparison.Ordinal)
            .Replace("fault: source", "fault: sources", StringComparison.Ordinal);
        DossierText.Read(yaml).Errors.Select(error => error.At.Line).ShouldBe([10, 16, 29]);
    }

    [Fact]
    public void Control_characters_and_huge_texts_are_refused()
    {
        DossierText.ErrorsOf(DossierText.Spoilt("says: Xi lands", "says: \"a\\u0007b\"")).Single().ShouldContain("d.yaml:15:11: The text has the control character U+0007");
        DossierText.ErrorsOf(DossierText.Spoilt("says: Xi lands", "says: " + new string('x', 1_000_000))).Single().ShouldContain("1,000,000 characters");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_goes_off()
    {
        var bomb = "record: {id: a, title: b}\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]";
        DossierText.ErrorsOf(bomb).Single().ShouldContain("d.yaml:2:4: '&a' names this place.");
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    public void Deep_nesting_is_refused(string opening, int times)
    {
        var text = string.Concat(Enumerable.Repeat(opening, times));
        DossierText.ErrorsOf("record: " + (opening == "- " ? "\n " : "") + text).Single().ShouldContain("nested more than 32 deep");
        var errors = new DossierErrors();
        new JsonNodes("d.json", new NodeBudget(), errors).Read(string.Concat(Enumerable.Repeat("[", times))).ShouldBeNull();
        errors.InOrder().Single().Message.ShouldContain("nested");
    }

    [Fact]
    public void Files_that_are_not_UTF_8_are_refused_with_their_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("record: {}")).ToArray());
        folder.Write("b.yaml", [.. "record:\n  id: "u8, 0xE9, .. "\n"u8]);
        folder.Write("c.yaml", [0xEF, 0xBB, 0xBF, .. "claims: []"u8]);
        DossierText.ReadPath(folder.Path).Errors.Select(error => $"{error.At} {error.Message[..20]}").ShouldBe(
            ["a.yaml:1:1 This is UTF-16 or UT", "b.yaml:2:7 The bytes here are n"]);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("secret.yaml", "record: {id: a, title: b}"u8.ToArray());
        File.CreateSymbolicLink(Path.Combine(folder.Path, "record.yaml"), Path.Combine(elsewhere.Path, "secret.yaml"));
        DossierText.ReadPath(folder.Path).Errors.Single().Message.ShouldContain("symbolic link");
    }

    [Fact]
    public void A_folder_without_files_and_a_path_that_is_not_there_are_told()
    {
        using var folder = new TemporaryFolder();
        DossierText.ReadPath(folder.Path).Errors.Single().Message.ShouldContain("no .yaml");
        DossierText.ReadPath(Path.Combine(folder.Path, "nothing")).Errors.Single().Message.ShouldContain("no such file or folder");
    }
}
