using System.Globalization;
using Archive.Citations;
using Archive.Cli.Display;
using Archive.Cli.Verbs.Citations;

namespace Archive.Cli.Sheets;

/// <summary>What became of references in a text.</summary>
internal static class ReferenceSheet
{
    /// <summary>Nothing where nothing happened to what it cites.</summary>
    public static void Show(IDisplay display, CheckedReference reference)
    {
        if (reference.State == ReferenceState.Unchanged)
            return;
        Line head = [new Span($"line {reference.Line.ToString(CultureInfo.InvariantCulture)}  ", Tone.Quiet), new Span(reference.Reference, Tone.Id)];
        if (reference.State == ReferenceState.Unknown)
        {
            display.Write(head + [new Span("  unknown: ", Tone.Bad), reference.Problem!]);
            return;
        }

        display.Write(head);
        foreach (var change in reference.Changes)
            display.Write(Of(change), indent: 1);
        if (reference.Further > 0)
            display.Write($"and {reference.Further.ToString(CultureInfo.InvariantCulture)} more", indent: 1);
    }

    public static void Show(IDisplay display, CheckSummary summary)
    {
        if (summary.AsOf is not { } asOf)
        {
            display.Write($"No reference in {summary.File}: they have the form visit-2023@57 or visit-2023/c17@57.");
            return;
        }

        display.Blank();
        display.Fields(
        [
            new("references", summary.References.ToString(CultureInfo.InvariantCulture)),
            new("unchanged", summary.Unchanged.ToString(CultureInfo.InvariantCulture)),
            new("changed", summary.Changed == 0 ? "0" : Line.Of(summary.Changed.ToString(CultureInfo.InvariantCulture), Tone.Caution)),
            new("unknown", summary.Unknown == 0 ? "0" : Line.Of(summary.Unknown.ToString(CultureInfo.InvariantCulture), Tone.Bad)),
            new("as of", MomentText.Of(asOf)),
        ]);
    }

    private static Line Of(ReferenceChange change)
    {
        Line line =
        [
            new Span(change.Claim, Tone.Id),
            new Span($" {Kebab.Of(change.Kind).Replace('-', ' ')}", Tone.Caution),
            $" in entry {change.Entry.ToString(CultureInfo.InvariantCulture)}, recorded {MomentText.Recorded(change.RecordedAt)}",
        ];
        if (change.Withheld is { } withheld)
            return line + [": "] + AccessText.Of(withheld);
        if (change.Reason is { } reason)
            line += [$": {reason}{(change.Fault is { } fault ? $", fault {Kebab.Of(fault)}" : "")}"];
        if (change.Words is { } words)
            line += [$". {words}"];
        return change.Notice is { } notice ? line + [new Span(" Notice: ", Tone.Strong), notice] : line;
    }
}
