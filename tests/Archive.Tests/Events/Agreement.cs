using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Archive.Tests.Events;

/// <summary>Whether a schema and the code that reads the event judge documents alike, and where they may not.</summary>
internal static class Agreement
{
    /// <summary>
    /// First exception: how long a text, how large a number and how many members a list may be, and what form an id has, is checked before an event is
    /// decided. Reading does not refuse it, because a bound that was once another must not make stored events unreadable.
    /// </summary>
    private static readonly FrozenSet<ValidationErrorKind> LeftToValidators = new[]
    {
        ValidationErrorKind.PatternMismatch, ValidationErrorKind.StringTooShort, ValidationErrorKind.StringTooLong, ValidationErrorKind.UriExpected,
        ValidationErrorKind.NumberTooSmall, ValidationErrorKind.NumberTooBig, ValidationErrorKind.TooFewItems, ValidationErrorKind.ItemsNotUnique,
    }.ToFrozenSet();

    public static string? Disagreement(JsonSchema schema, string name, string json)
    {
        var errors = schema.Validate(json);
        var refusal = Refusal(name, json);
        if (errors.Count == 0)
            return refusal is null ? null : $"only the code refuses: {refusal}";
        return refusal is not null || IsLeftToValidators(errors) || IsAbsentAsNull(schema, json)
            ? null
            : $"only the schema refuses: {string.Join(", ", errors)}";
    }

    private static bool IsLeftToValidators(ICollection<ValidationError> errors) => errors.All(error =>
        error is ChildSchemaValidationError nested ? nested.Errors.Values.Any(IsLeftToValidators) : LeftToValidators.Contains(error.Kind));

    /// <summary>Second exception: an optional member that is null is read as if it were absent. The archive never writes one.</summary>
    private static bool IsAbsentAsNull(JsonSchema schema, string json)
    {
        var stripped = WithoutNulls(JsonNode.Parse(json))?.ToJsonString() ?? "null";
        return stripped != json && IsLeftToValidators(schema.Validate(stripped));
    }

    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };

    private static string? Refusal(string name, string json)
    {
        try
        {
            EventCatalogue.Deserialize(name, Encoding.UTF8.GetBytes(json));
            return null;
        }
        catch (UnreadableEventException e)
        {
            return e.Message;
        }
    }
}
