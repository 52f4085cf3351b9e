using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.EventStoreDb;
using NJsonSchema;

namespace Archive.Tests.Logs;

public sealed class ControlEventSchemaTests
{
    public static TheoryData<string, Type> Forms => new()
    {
        { LogOpened.EventType, typeof(LogOpened) },
        { LogFillingBegun.EventType, typeof(LogFillingBegun) },
        { LogFilled.EventType, typeof(LogFilled) },
        { LogClosure.EventType, typeof(LogClosure) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_example_fits_its_schema_is_read_and_written_back_as_it_was(string form, Type type)
    {
        var example = await File.ReadAllTextAsync(PathOf($"{form}.example.json"), TestContext.Current.CancellationToken);
        (await JsonSchema.FromFileAsync(PathOf($"{form}.schema.json"), TestContext.Current.CancellationToken)).Validate(example).ShouldBeEmpty();

        var read = JsonSerializer.Deserialize(example, type, ArchiveJson.Options);

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, type, ArchiveJson.Options), JsonNode.Parse(example)).ShouldBeTrue();
    }

    [Fact]
    public void There_is_a_schema_and_an_example_of_every_control_event_and_of_nothing_else() => Directory.EnumerateFiles(RepositoryRoot.File("schemas", "log"))
        .Select(Path.GetFileName).Order().ShouldBe(Forms.SelectMany(form => new[] { $"{form.Data.Item1}.example.json", $"{form.Data.Item1}.schema.json" }).Order());

    private static string PathOf(string file) => RepositoryRoot.File("schemas", "log", file);
}
