using System.Text.Json.Nodes;
using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Fields before and after.</summary>
internal static class FieldChangeText
{
    public static void Show(IDisplay display, IEnumerable<FieldChange> changes, int indent)
    {
        foreach (var change in changes)
        {
            display.Write(Line.Of(change.Field, Tone.Strong), indent);
            if (change.Before is not null)
                display.Write([new Span("- ", Tone.Bad), Value(change.Before)], indent + 1);
            if (change.After is not null)
                display.Write([new Span("+ ", Tone.Good), Value(change.After)], indent + 1);
        }
    }

    private static string Value(JsonNode value) =>
        value is JsonValue single && single.TryGetValue<string>(out var text) ? text : value.ToJsonString(CliJson.OneLine);
}
