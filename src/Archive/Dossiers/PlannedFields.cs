using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Dossiers;

/// <summary>What planned events change, field by field, in the words of the archive's own histories.</summary>
internal static class PlannedFields
{
    public static IEnumerable<PlannedEvent> Of(PlannedCommand planned)
    {
        var before = planned.Before;
        foreach (var happened in planned.Events)
        {
            var after = StreamFold.Evolve(before, happened);
            yield return new PlannedEvent(planned.Item.Stream, EventCatalogue.NameOf(happened), planned.Item.Node.At.ToString(), Between(before, after));
            before = after;
        }
    }

    private static IReadOnlyList<FieldChange> Between(object? before, object after) => after switch
    {
        Claim claim => Fields.Between((Claim?)before, claim),
        HappeningRecord record => Fields.Between((HappeningRecord?)before, record),
        _ => Between(FieldsOf(before), FieldsOf(after)),
    };

    private static IReadOnlyList<FieldChange> Between(JsonObject before, JsonObject after) =>
        before.Select(field => field.Key).Union(after.Select(field => field.Key), StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(before[name], after[name]))
            .Select(name => new FieldChange(name, before[name]?.DeepClone(), after[name]?.DeepClone()))
            .ToArray();

    private static JsonObject FieldsOf(object? state)
    {
        var fields = new JsonObject();
        if (state is not (Authority or Source) || JsonSerializer.SerializeToNode(state, state.GetType(), ArchiveJson.Options) is not JsonObject whole)
            return fields;
        foreach (var (name, value) in whole["description"]!.AsObject().Concat(whole).Where(field => field.Key is not ("description" or "id")))
        {
            if (value is JsonObject date)
                date.Remove("bounds");
            if (value is not JsonArray { Count: 0 } && !(value is JsonValue flag && flag.GetValueKind() == JsonValueKind.False))
                fields[name] = value?.DeepClone();
        }
        return fields;
    }
}
