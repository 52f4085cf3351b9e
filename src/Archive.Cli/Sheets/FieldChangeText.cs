using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Fields before and after. Of lists only the items are shown that came or went, unless only their order changed.</summary>
internal static class FieldChangeText
{
    public static void Show(IDisplay display, IEnumerable<FieldChange> changes, int indent)
    {
        foreach (var change in changes)
        {
            display.Write(Line.Of(change.Field, Tone.Strong), indent);
            var before = FieldValueText.Lines(change.Before);
            var after = FieldValueText.Lines(change.After);
            var gone = before.Except(after, StringComparer.Ordinal).ToArray();
            var come = after.Except(before, StringComparer.Ordinal).ToArray();
            if (gone.Length == 0 && come.Length == 0)
                (gone, come) = ([.. before], [.. after]);
            foreach (var line in gone)
                display.Write([new Span("- ", Tone.Bad), line], indent + 1);
            foreach (var line in come)
                display.Write([new Span("+ ", Tone.Good), line], indent + 1);
        }
    }
}
