using System.Text.Json.Nodes;
using NJsonSchema;

namespace Archive.Tests.Events;

public sealed class SchemaAgreementTests
{
    public static TheoryData<string> Files => [.. EventExample.All.Select(example => example.File)];

    [Theory, MemberData(nameof(Files))]
    public void Schema_and_code_judge_every_spoilt_example_alike(string file)
    {
        var example = EventExample.Of(file);
        Disagreements(EventSchemas.Of(example.Event), example).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("additionalProperties", "true")]
    [InlineData("required", """["claim"]""")]
    [InlineData("required", """["claim", "rank", "words"]""")]
    [InlineData("properties/rank/enum", """["normal", "preferred", "deprecated", "best"]""")]
    [InlineData("properties/rank/type", "\"integer\"")]
    [InlineData("properties/words", "{}")]
    public async Task A_planted_difference_is_found(string where, string planted)
    {
        var path = EventSchemas.PathOf("claim-ranked.v1");
        var json = EventSchemas.Json(path);
        var steps = where.Split('/');
        JsonNode parent = json;
        foreach (var step in steps[..^1])
            parent = parent[step]!;
        parent[steps[^1]] = JsonNode.Parse(planted);
        var words = JsonNode.Parse("""{"claim":"visit-2023/c53","rank":"best"}""")!.AsObject();
        var example = EventExample.Of("claim-ranked.v1.example.json");

        var spoilt = await JsonSchema.FromJsonAsync(json.ToJsonString(), path, TestContext.Current.CancellationToken);
        Disagreements(spoilt, example).Append(Agreement.Disagreement(spoilt, example.Event, words.ToJsonString())).OfType<string>().ShouldNotBeEmpty();
    }

    private static List<string> Disagreements(JsonSchema schema, EventExample example)
    {
        var spoilt = Mutations.Of(example.Json).ToList();
        spoilt.Count.ShouldBeGreaterThan(60);
        return [.. spoilt.Select(mutation => (mutation.What, Wrong: Agreement.Disagreement(schema, example.Event, mutation.Json)))
            .Where(judged => judged.Wrong is not null).Select(judged => $"{judged.What}: {judged.Wrong}")];
    }
}
