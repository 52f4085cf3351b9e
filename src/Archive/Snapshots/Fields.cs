using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Records;

namespace Archive.Snapshots;

/// <summary>A claim or a record as named fields, for saying what changed field by field.</summary>
internal static class Fields
{
    public static IReadOnlyList<FieldChange> Between(Claim? before, Claim? after) => Between(Of(before), Of(after));

    public static IReadOnlyList<FieldChange> Between(HappeningRecord? before, HappeningRecord? after) => Between(Of(before), Of(after));

    private static JsonObject Of(Claim? claim)
    {
        var fields = new JsonObject();
        if (claim is not { IsRecorded: true })
            return fields;
        Spread(fields, Json(claim.Content));
        fields["citations"] = Json(claim.Citations);
        fields["status"] = Json(claim.Status);
        fields["rank"] = Json(claim.Rank);
        fields["credibility"] = Json(claim.Credibility);
        fields["disputes"] = claim.Disputes.Count == 0 ? null : Json(claim.Disputes);
        fields["retraction"] = Json(claim.Retraction);
        Add(fields, claim.Governance);
        fields["erasedEvents"] = claim.ErasedEvents is null ? null : Json(claim.ErasedEvents);
        return fields;
    }

    private static JsonObject Of(HappeningRecord? record)
    {
        var fields = new JsonObject();
        if (record is not null)
        {
            Spread(fields, Json(record.Description));
            Add(fields, record.Governance);
            fields["erasedEvents"] = record.ErasedEvents is null ? null : Json(record.ErasedEvents);
        }

        return fields;
    }

    private static void Add(JsonObject fields, Governance? governance)
    {
        fields["access"] = Json(governance?.Access);
        fields["holds"] = Json(governance?.Holds);
    }

    /// <summary>Members as fields of their own; those of the particulars beside the others, and a date without what was derived from it.</summary>
    private static void Spread(JsonObject fields, JsonNode? content)
    {
        foreach (var (name, value) in content!.AsObject())
        {
            switch (name)
            {
                case "particulars":
                    Spread(fields, value);
                    break;
                case "occurred" when value is JsonObject date:
                    fields[name] = new JsonObject { ["edtf"] = date["edtf"]?.DeepClone(), ["clock"] = date["clock"]?.DeepClone(), ["zone"] = date["zone"]?.DeepClone() };
                    break;
                default:
                    fields[name] = value?.DeepClone();
                    break;
            }
        }
    }

    private static List<FieldChange> Between(JsonObject before, JsonObject after) => before.Select(field => field.Key)
        .Union(after.Select(field => field.Key), StringComparer.Ordinal)
        .Where(name => !JsonNode.DeepEquals(Value(before, name), Value(after, name)))
        .Select(name => new FieldChange(name, Value(before, name)?.DeepClone(), Value(after, name)?.DeepClone()))
        .ToList();

    /// <summary>An empty list is no value.</summary>
    private static JsonNode? Value(JsonObject fields, string name) => fields[name] is JsonArray { Count: 0 } ? null : fields[name];

    private static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, ArchiveJson.Options);
}
