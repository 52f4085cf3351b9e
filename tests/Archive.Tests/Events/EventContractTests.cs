using System.Text.Json.Nodes;
using Archive.Domain.Events;

namespace Archive.Tests.Events;

public sealed class EventContractTests
{
    public static TheoryData<string> Names => [.. EventCatalogue.Types.Keys.Concat(EventCatalogue.FormerNames).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. EventExample.All.Select(example => example.File)];

    [Fact]
    public void The_folder_holds_the_schemas_and_examples_of_the_catalogue_and_nothing_else()
    {
        var expected = EventCatalogue.Types.Keys.Concat(EventCatalogue.FormerNames).Select(name => name + ".schema.json")
            .Concat(EventExample.All.Select(example => example.File)).Append("definitions.json");
        Directory.EnumerateFileSystemEntries(EventSchemas.Folder).Select(Path.GetFileName).ShouldBe(expected, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_event_has_an_example(string name) => EventExample.All.ShouldContain(example => example.Event == name);

    [Fact]
    public void Every_example_is_of_an_event() =>
        EventExample.All.Select(example => example.Event).Except(Names.Select(row => row.Data), StringComparer.Ordinal).ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void Every_schema_says_its_draft_its_name_and_the_fact_in_one_sentence(string name)
    {
        var schema = EventSchemas.Json(EventSchemas.PathOf(name));
        schema["$schema"]!.GetValue<string>().ShouldBe("http://json-schema.org/draft-07/schema#");
        schema["title"]!.GetValue<string>().ShouldBe(name);
        schema["description"]!.GetValue<string>().ShouldEndWith(".");
    }

    [Fact]
    public void No_object_of_any_schema_is_open()
    {
        foreach (var path in Directory.EnumerateFiles(EventSchemas.Folder).Where(path => !path.EndsWith(".example.json", StringComparison.Ordinal)))
        {
            foreach (var shape in Objects(EventSchemas.Json(path)))
            {
                shape["additionalProperties"].ShouldNotBeNull(shape.ToJsonString()).GetValue<bool>().ShouldBeFalse();
                shape["required"].ShouldNotBeNull(shape.ToJsonString());
            }
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_example_fits_its_schema(string file)
    {
        var example = EventExample.Of(file);
        EventSchemas.Errors(example.Event, example.Json.ToJsonString()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_example_is_read_and_that_of_a_present_version_is_written_back_as_it_was(string file)
    {
        var example = EventExample.Of(file);
        var happened = EventCatalogue.Deserialize(example.Event, example.Bytes);
        if (EventCatalogue.Types.TryGetValue(example.Event, out var type))
        {
            happened.ShouldBeOfType(type);
            JsonNode.DeepEquals(JsonNode.Parse(EventCatalogue.Serialize(happened)), example.Json).ShouldBeTrue();
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject shape => shape.SelectMany(member => Objects(member.Value)).Concat(shape["type"] is JsonValue type && type.GetValue<string>() == "object" ? [shape] : []),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
