using System.Text.Json.Nodes;
using Archive.Access;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Dossiers;
using Archive.Exports;
using Archive.Sources;

namespace Archive.IntegrationTests.Exports;

public sealed class SchemaExportTests
{
    /// <summary>Terms of schema.org that the mapping uses, as schemas/exports has them: a type, or a property with the types that may have it.</summary>
    private static readonly Dictionary<string, string[]> Terms = File.ReadAllLines(SampleFolder.Of("schemas", "exports", "schema-org-terms.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    [Fact]
    public async Task The_sample_uses_only_terms_of_schema_org_where_they_belong()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(SampleFolder.Visit, new Asker("editor", Role.Editor)));
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        await archive.AppendAsync(new SourceCaptured("wikipedia", Captures.One));

        var root = JsonNode.Parse(await archive.ExportTextAsync("visit-2023", ExportFormat.Jsonld))!;

        root["@context"]!.ToJsonString().ShouldBe("""{"@vocab":"https://schema.org/"}""");
        root["hasPart"]!.AsArray().Count.ShouldBe(root["collectionSize"]!.GetValue<int>());
        root.AsObject().Remove("@context");
        Check(root);
        root.ToJsonString().ShouldContain("CorrectionComment");
        root.ToJsonString().ShouldContain("\"sha256\"");
    }

    [Fact]
    public async Task A_claim_tells_its_citations_corrections_and_disputes_and_no_date_is_sharpened()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.DoAsync(new RegisterSource(archive.Context(), "s", new SourceDraft(SourceKind.Newspaper, "Title", Published: new DateDraft("2023-03~"))));
        await archive.RegisterAsync("t");
        await archive.OpenAsync("r", "2023-03-20/2023-03-22");
        await archive.RecordAsync("r/c1", new ClaimDraft("x", Filling.Nothing, Occurred: new DateDraft("2023-03-2X")), new("s", Phrase: "said so"), new("t", Stance.Contradicts, CitedPart.When));
        await archive.DoAsync(new CorrectClaim(archive.Context(), "r/c1", new ClaimDraft("y", Filling.Nothing, Occurred: new DateDraft("2023-03-2X")), [new("s", Phrase: "said so"), new("t", Stance.Contradicts)], new Correction(CorrectionReason.WrongTime, Fault.Source, "later", "We were wrong")));
        await archive.DoAsync(new DisputeClaim(archive.Context(), "r/c1", "When?", [new("one", [new("s")]), new("two", [new("t")])]));

        var root = JsonNode.Parse(await archive.ExportTextAsync("r", ExportFormat.Jsonld))!;

        (root["about"]!["startDate"]!.GetValue<string>(), root["about"]!["endDate"]!.GetValue<string>()).ShouldBe(("2023-03-20", "2023-03-22"));
        var claim = root["hasPart"]![0]!;
        (claim["temporal"]!.GetValue<string>(), claim["temporalCoverage"]).ShouldBe(("2023-03-2X", null));
        claim["citation"]!.AsArray().Select(role => role!["roleName"]!.GetValue<string>()).ShouldBe(["supports", "contradicts"]);
        var quotation = claim["citation"]![0]!["citation"]!;
        (quotation["@type"]!.GetValue<string>(), quotation["text"]!.GetValue<string>()).ShouldBe(("Quotation", "said so"));
        (quotation["isPartOf"]!["datePublished"], quotation["isPartOf"]!["publication"]!["description"]!.GetValue<string>()).ShouldBe((null, "EDTF 2023-03~"));
        var correction = claim["correction"]!.AsArray().ShouldHaveSingleItem()!;
        (correction["text"]!.GetValue<string>(), correction["abstract"]!.GetValue<string>()).ShouldBe(("later", "We were wrong"));
        correction["keywords"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldBe(["wrong-time", "fault: source"]);
        claim["subjectOf"]![0]!["suggestedAnswer"]!.AsArray().Select(answer => answer!["text"]!.GetValue<string>()).ShouldBe(["one", "two"]);
        claim["subjectOf"]![0]!["acceptedAnswer"].ShouldBeNull();
    }

    private static void Check(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    Check(item);
                break;
            case JsonObject thing:
                var type = thing["@type"]?.GetValue<string>();
                if (type is not null)
                    Terms.ShouldContainKey(type);
                foreach (var (name, value) in thing.Where(pair => pair.Key[0] != '@'))
                {
                    Terms.ShouldContainKey(name);
                    if (type is not null)
                        Terms[name].ShouldContain(type, $"{name} is no property of {type}");
                    Check(value);
                }

                break;
        }
    }
}
