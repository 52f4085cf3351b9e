using System.Globalization;
using System.Text.Json.Nodes;
using Archive.Dossiers;
using NJsonSchema;

namespace Archive.Tests.Dossiers;

public sealed class DossierSchemaTests
{
    private static readonly Lazy<JsonSchema> Schema =
        new(() => JsonSchema.FromFileAsync(RepositoryRoot.File("schemas", "dossier.schema.json")).GetAwaiter().GetResult());

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(RepositoryRoot.File("samples"), "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(RepositoryRoot.File("samples"), file))];

    [Theory, MemberData(nameof(Files))]
    public void The_samples_are_valid_by_the_schema(string file) =>
        Valid(File.ReadAllText(Path.Combine(RepositoryRoot.File("samples"), file))).ShouldBeTrue();

    [Theory]
    [InlineData("clock: morning", "clok: morning")]
    [InlineData("kind: arrival", "kind: arival")]
    [InlineData("kind: arrival", "kind: meeting", true)]
    [InlineData("clock: morning", "met-by: [xi]", true)]
    [InlineData("clock: morning", "seen-off-by: [xi]")]
    [InlineData("cites: [wiki]", "cites: []")]
    [InlineData("cites: [wiki]", "cites: wiki", true)]
    [InlineData("cites: [wiki]", "cites: [{wiki: a, tass: b}]")]
    [InlineData("cites: [wiki]", "cites: [{source: wiki, stand: mentions}]")]
    [InlineData("cites: [wiki]", "cites: [{source: wiki, stance: denies}]")]
    [InlineData("cites: [wiki]", "cites: [{stance: mentions}]")]
    [InlineData("cites: [wiki]", "cites: [{source: wiki}]", true)]
    [InlineData("cites: [wiki]", "cites: [{source: wiki, phrase: a, at: 1-2, capture: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}]", true)]
    [InlineData("title: Report", "title: Report, captures: [{file: page.txt}]")]
    [InlineData("title: Report", "title: Report, captures: [{captured-at: 2026-11-24T09:30:00Z, captured-by: a}]")]
    [InlineData("says: Xi lands", "")]
    [InlineData("says: Xi lands", "says: [Xi]")]
    [InlineData("says: Xi lands", "says: 1984", true)]
    [InlineData("  id: visit", "  id: A Visit")]
    [InlineData("  title: A visit", "")]
    [InlineData("record:", "recrod:")]
    [InlineData("kind: place", "kind: town")]
    [InlineData("name: Moscow", "name: {text: Moscow}", true)]
    [InlineData("name: Moscow", "name: {txt: Moscow}")]
    [InlineData("origin: tass", "origin: {source: tass, likely: true}", true)]
    [InlineData("origin: tass", "origin: {source: tass, likely: perhaps}")]
    [InlineData("title: Report", "title: Report, published: {date: 2023-03-20, clock: \"12:00\"}", true)]
    [InlineData("title: Report", "title: Report, published: {clock: \"12:00\"}")]
    [InlineData("reason: wrong-time", "reason: wrong-hour")]
    [InlineData("fault: source", "")]
    [InlineData("words: It was later.", "")]
    [InlineData("words: It was later.", "words: It was later.\n    decided: 2024-05", true)]
    [InlineData("set: {clock: \"12:59\"}", "set: {clock: null}", true)]
    [InlineData("set: {clock: \"12:59\"}", "set: {clok: null}")]
    [InlineData("set: {clock: \"12:59\"}", "set: {cites: [wiki]}")]
    [InlineData("set: {clock: \"12:59\"}", "set: clock")]
    [InlineData("set: {clock: \"12:59\"}", "", true)]
    [InlineData("correct: c1", "corect: c1")]
    [InlineData("changes:", "changes:\n  - {rate: c1, credibility: 7}")]
    [InlineData("changes:", "changes:\n  - {rate: c1, credibility: 6}", true)]
    [InlineData("changes:", "changes:\n  - {rate: tass, reliability: B}", true)]
    [InlineData("changes:", "changes:\n  - {rate: tass, reliability: G}")]
    [InlineData("changes:", "changes:\n  - {rate: c1}")]
    [InlineData("changes:", "changes:\n  - {rank: c1, as: best}")]
    [InlineData("changes:", "changes:\n  - {rank: c1, as: preferred}", true)]
    [InlineData("changes:", "changes:\n  - {retract: c1, reason: wrong, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {retract: c1, reason: wrong-time, words: so}")]
    [InlineData("changes:", "changes:\n  - {withdraw: c1, citation: wiki, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {withdraw: c1, number: 1, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {withdraw: c1, words: so}")]
    [InlineData("changes:", "changes:\n  - {dispute: c1, question: q, versions: [{says: a, cites: wiki}, {says: b, cites: tass}]}", true)]
    [InlineData("changes:", "changes:\n  - {dispute: c1, question: q, versions: [{says: a, cites: wiki}]}")]
    [InlineData("changes:", "changes:\n  - {resolve: c1, question: q, as: both-hold, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {resolve: c1, question: q, words: so}")]
    [InlineData("changes:", "changes:\n  - {reopen: c1, question: q, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {cite: c1, citation: {tass: \"so\"}}", true)]
    [InlineData("changes:", "changes:\n  - {describe: source/tass, set: {note: so}, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {describe: tass, set: {note: so}, words: so}")]
    [InlineData("changes:", "changes:\n  - {merge: source/wiki, into: tass, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {merge: record/visit, into: tass, words: so}")]
    [InlineData("changes:", "changes:\n  - {origin: tass, repeats: {source: wiki, likely: true}}", true)]
    [InlineData("changes:", "changes:\n  - {origin: tass}")]
    [InlineData("changes:", "changes:\n  - {withdraw-origin: wiki, words: so}", true)]
    [InlineData("changes:", "changes:\n  - {withdraw-origin: wiki}")]
    public void Schema_and_reader_judge_a_changed_dossier_alike(string part, string by, bool valid = false)
    {
        var yaml = DossierText.Spoilt(part, by);
        (Valid(yaml), DossierText.Read(yaml).Dossier is not null).ShouldBe((valid, valid), string.Join('\n', DossierText.ErrorsOf(yaml)));
    }

    private static bool Valid(string yaml) =>
        Schema.Value.Validate(Json(new YamlNodes("d.yaml", new NodeBudget(), new DossierErrors()).Read(yaml)!)!.ToJsonString()).Count == 0;

    /// <summary>What an editor sees: YAML 1.2's core schema.</summary>
    private static JsonNode? Json(DossierNode node) => node switch
    {
        MapNode map => new JsonObject(map.Fields.Select(field => KeyValuePair.Create(field.Name, Json(field.Value)))),
        ListNode list => new JsonArray(list.Items.Select(Json).ToArray()),
        TextNode { Plain: true, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        TextNode { Plain: true, Value: { } digits } when long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        TextNode text => text.Value is null ? null : JsonValue.Create(text.Value),
        _ => null,
    };
}
