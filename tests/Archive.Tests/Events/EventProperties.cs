using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using CsCheck;

namespace Archive.Tests.Events;

public sealed class EventProperties
{
    public static TheoryData<string> Present => [.. EventCatalogue.Types.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Present))]
    public void Whatever_the_code_writes_fits_the_schema(string name) => EventGen.ByType[EventCatalogue.Types[name]].Sample(
        happened => EventSchemas.Errors(name, Encoding.UTF8.GetString(EventCatalogue.Serialize(happened))).ShouldBeEmpty(), iter: 100);

    [Theory, MemberData(nameof(Present))]
    public void Whatever_the_code_writes_it_reads_back_in_any_order_of_members(string name) => Gen.Select(EventGen.ByType[EventCatalogue.Types[name]], Gen.Int).Sample(
        (happened, seed) =>
        {
            var stored = JsonNode.Parse(EventCatalogue.Serialize(happened))!;
            EventCatalogue.Deserialize(name, Encoding.UTF8.GetBytes(Shuffled(stored, new Random(seed))!.ToJsonString())).ShouldBe(happened);
        },
        iter: 100);

    private static JsonNode? Shuffled(JsonNode? node, Random random)
    {
        if (node is JsonArray array)
            return new JsonArray([.. array.Select(item => Shuffled(item, random))]);
        if (node is not JsonObject shape)
            return node?.DeepClone();
        var members = shape.Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, random))).ToArray();
        random.Shuffle(members);
        return new JsonObject(members);
    }
}
