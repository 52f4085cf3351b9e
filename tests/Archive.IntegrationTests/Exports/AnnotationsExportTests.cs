using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Exports;

public sealed class AnnotationsExportTests
{
    [Fact]
    public async Task An_anchored_quote_is_an_annotation_of_the_page_as_it_was_captured()
    {
        await using var archive = await QuotedAsync("landed at 😀 Vnukovo", "has ", "\u202E.");

        var text = await archive.ExportTextAsync("r", ExportFormat.Annotations);

        var root = JsonNode.Parse(text)!;
        (root["type"]!.GetValue<string>(), root["total"]!.GetValue<int>(), root["archive:transcribedUnseen"]!.GetValue<int>()).ShouldBe(("AnnotationCollection", 1, 1));
        root["@context"]![0]!.GetValue<string>().ShouldBe("http://www.w3.org/ns/anno.jsonld");
        var annotation = root["first"]!["items"]!.AsArray().ShouldHaveSingleItem()!;
        (annotation["type"]!.GetValue<string>(), annotation["motivation"]!.GetValue<string>()).ShouldBe(("Annotation", "linking"));
        annotation["id"]!.GetValue<string>().ShouldBe("https://archive.test/log/claim/r/c1/citation/2");
        annotation["body"]!["value"]!.GetValue<string>().ShouldBe("What r/c1 says");
        var target = annotation["target"]!;
        target["source"]!.GetValue<string>().ShouldBe("https://example.org/landing");
        (target["state"]!["type"]!.GetValue<string>(), target["state"]!["sourceDate"]!.GetValue<string>()).ShouldBe(("TimeState", "2026-11-24T09:30:00.000000Z"));
        // RFC 6920: the digest in base64url without padding.
        target["state"]!["cached"]!.GetValue<string>().ShouldBe("ni:///sha-256;qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo");
        target["selector"]!.ToJsonString().ShouldBe(new JsonArray(
            new JsonObject { ["type"] = "TextQuoteSelector", ["exact"] = "landed at 😀 Vnukovo", ["prefix"] = "has ", ["suffix"] = "\u202E." },
            new JsonObject { ["type"] = "TextPositionSelector", ["start"] = 7, ["end"] = 18 }).ToJsonString());
        text.ShouldNotContain('\u202E');
    }

    [Fact]
    public async Task Words_that_were_erased_are_said_to_be_in_every_format()
    {
        await using var archive = await QuotedAsync(null, null, null);

        var target = JsonNode.Parse(await archive.ExportTextAsync("r", ExportFormat.Annotations))!["first"]!["items"]![0]!["target"]!;
        target["archive:erased"]!.GetValue<bool>().ShouldBeTrue();
        target["selector"]!.AsArray().ShouldHaveSingleItem()!["type"]!.GetValue<string>().ShouldBe("TextPositionSelector");
        (await archive.ExportTextAsync("r", ExportFormat.ProvJson)).ShouldContain("archive:erased");
        (await archive.ExportTextAsync("r", ExportFormat.ProvJsonld)).ShouldContain("archive:erased");
        (await archive.ExportTextAsync("r", ExportFormat.Csv)).ShouldContain("transcribed-unseen | erased");
        (await archive.ExportTextAsync("r", ExportFormat.Jsonld)).ShouldContain("quoted words erased");
    }

    /// <summary>A claim with words that were transcribed unseen, and with a quote that is anchored.</summary>
    /// <param name="exact">Null where the words were erased.</param>
    private static async Task<TestArchive> QuotedAsync(string? exact, string? prefix, string? suffix)
    {
        var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("tass");
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", new ClaimDraft("What r/c1 says", Filling.Nothing), new CitationDraft("tass", Phrase: "unseen"));
        await archive.AppendAsync(new SourceCaptured("tass", Captures.One));
        var kept = new string('c', 64);
        if (exact is not null)
        {
            var store = archive.Host.Services.GetRequiredService<KeptStore>();
            kept = (await store.KeepAsync("claim/r/c1", Guid.NewGuid(), [new KeptDraft(KeptKind.Quote, JsonSerializer.Serialize(new { exact, prefix, suffix }), [])], TestContext.Current.CancellationToken))!.Single();
        }

        var citation = Captures.Quoting(2, "tass");
        await archive.AppendAsync(new ClaimCited("r/c1", citation with { Quote = citation.Quote! with { Kept = kept } }));
        return archive;
    }
}
