using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Dossiers;
using Archive.Sources;

namespace Archive.Tests.Dossiers;

public sealed class DossierReaderTests
{
    private static readonly CommandContext Context = new(Guid.Parse("11111111-1111-1111-1111-111111111111"), "editor");

    [Fact]
    public void The_sample_is_read_whole_and_in_the_order_of_import()
    {
        var (dossier, errors) = DossierText.ReadPath(DossierText.Sample);
        errors.ShouldBeEmpty();
        dossier!.Record.ShouldBe("visit-2023");
        dossier.Items.Count(item => item.IsFirst && item.Stream.StartsWith("source/", StringComparison.Ordinal)).ShouldBe(75 + 11);
        dossier.Items.Count(item => item.IsFirst && item.Stream.StartsWith("claim/", StringComparison.Ordinal)).ShouldBe(56);
        dossier.Items.Where(item => !item.IsFirst).CountBy(item => item.Verb).ToDictionary().ShouldBe(new Dictionary<string, int>
        {
            ["correct"] = 11, ["dispute"] = 10, ["resolve"] = 3, ["cite"] = 1, ["retract"] = 1, ["rate"] = 4, ["rank"] = 1,
        }, ignoreOrder: true);
        dossier.Items.Select(item => item.IsFirst).ShouldBe(dossier.Items.Select(item => item.IsFirst).OrderDescending());
    }

    [Fact]
    public void Origins_come_before_those_who_repeat_them_and_premises_before_what_is_derived()
    {
        var yaml = DossierText.Spoilt("{id: tass, kind: agency, title: Report}", "{id: a, kind: agency, title: A, origin: wiki}\n  - {id: tass, kind: agency, title: Report}")
            .Replace("clock: morning", "derived-from: [c2]", StringComparison.Ordinal).Replace("    derived-from: [c1]\n", "", StringComparison.Ordinal);
        DossierText.Read(yaml).Dossier!.Items.Select(item => item.Stream).ShouldBe(
            ["authority/xi", "authority/moscow", "source/tass", "source/wiki", "source/a", "record/visit", "claim/visit/c2", "claim/visit/c1", "claim/visit/c1"]);
    }

    [Fact]
    public void Values_stay_text_as_they_are_written()
    {
        var yaml = DossierText.Spoilt("title: Report", "title: no, publisher: 010, author: 1.0, note: \"~\", language: no");
        var source = (RegisterSource)Compose(yaml, "source/tass");
        (source.Description.Title, source.Description.Publisher, source.Description.Author, source.Description.Note, source.Description.Language)
            .ShouldBe(("no", "010", "1.0", "~", "no"));
    }

    [Fact]
    public void A_claim_takes_the_zone_of_the_record_unless_it_has_its_own()
    {
        ((RecordClaim)Compose(DossierText.Good, "claim/visit/c1")).Content.Occurred!.Zone.ShouldBe("Europe/Moscow");
        ((RecordClaim)Compose(DossierText.Spoilt("clock: morning", "zone: UTC"), "claim/visit/c1")).Content.Occurred!.Zone.ShouldBe("UTC");
    }

    [Theory]
    [InlineData("zone: UTC", "moscow")]
    [InlineData("where: null", null)]
    public void A_claim_takes_the_place_of_the_record_unless_it_says_that_it_has_none(string by, string? place)
    {
        var yaml = DossierText.Spoilt("  title: A visit", "  title: A visit\n  place: Moscow").Replace("derived-from: [c1]", by, StringComparison.Ordinal);
        ((RecordClaim)Compose(yaml, "claim/visit/c2")).Content.Particulars.Place.ShouldBe(place);
    }

    [Fact]
    public void The_smallest_dossier_of_the_documentation_is_right()
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "dossier-format.md"));
        var yaml = page.Split("## The smallest one")[1].Split("```yaml\n")[1].Split("```")[0];
        DossierText.ErrorsOf(yaml).ShouldBeEmpty();
    }

    [Fact]
    public void Citations_are_short_where_they_can_be()
    {
        var yaml = DossierText.Spoilt("cites: [wiki]", "cites: [wiki, {tass: \"in the words\"}, {source: tass, stance: mentions, about: who, extent: part, consulted-on: 2024}]");
        ((RecordClaim)Compose(yaml, "claim/visit/c1")).Citations.ShouldBe(
        [
            new CitationDraft("wiki"),
            new CitationDraft("tass", Phrase: "in the words"),
            new CitationDraft("tass", Stance.Mentions, CitedPart.Who, null, "2024", ConsultedExtent.Part),
        ]);
    }

    [Theory]
    [InlineData("Xi Jinping")]
    [InlineData("習近平")]
    public void Somebody_is_named_by_a_name_that_is_theirs_alone(string name) =>
        ((RecordClaim)Compose(DossierText.Spoilt("who: [xi]", $"who: [{name}]"), "claim/visit/c1")).Content.Particulars.Principals.ShouldBe(["xi"]);

    [Fact]
    public void JSON_reads_as_YAML_does_with_its_escapes_and_places()
    {
        var errors = new DossierErrors();
        var json = """
            {"record": {"id": "r", "title": "\ud83d\ude00 \u202eabc\/"},
             "sources": [{"id": "s", "kind": "agenzy", "title": "t"}]}
            """;
        var root = new JsonNodes("d.json", new NodeBudget(), errors).Read(json)!;
        ((TextNode)((MapNode)((MapNode)root)["record"]!)["title"]!).Value.ShouldBe("😀 \u202eabc/");
        DossierReader.Read([root], errors).ShouldBeNull();
        errors.InOrder().Single().Pointer.ShouldBe("d.json:2:34");
    }

    private static ICommand Compose(string yaml, string stream)
    {
        var (dossier, errors) = DossierText.Read(yaml);
        errors.ShouldBeEmpty();
        return dossier!.Items.First(item => item.Stream == stream).Compose(Context, null, new DossierErrors())!;
    }
}
