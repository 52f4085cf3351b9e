using Archive.Cli.Display;
using Archive.Dossiers;
using Archive.Packages;

namespace Archive.Cli.Sheets;

/// <summary>What an import would do, and what it did.</summary>
internal static class ImportSheet
{
    public static void Show(IDisplay display, ImportPlan plan)
    {
        display.Heading($"What an import of {plan.Record} would append");
        foreach (var planned in plan.Events)
        {
            display.Blank();
            display.Write([new Span(planned.Stream, Tone.Id), $"  {planned.Type}  ", new Span($"from {planned.At}", Tone.Quiet)]);
            FieldChangeText.Show(display, planned.Fields, 1);
        }

        display.Blank();
        display.Write($"{plan.Events.Count} events would be appended; {plan.AlreadyThere} of {plan.Items} items are there already. Nothing was changed.");
    }

    public static void Show(IDisplay display, ImportResult result) => display.Fields(
    [
        new("imported", Line.Of(result.Record, Tone.Id)),
        new("items", $"{result.Items}, of which {result.AlreadyThere} were there already"),
        new("events", result.Events == 0 ? "none: nothing was repeated" : $"{result.Events} appended"),
    ]);

    public static void Show(IDisplay display, ImportedBag bag) => display.Fields(
    [
        new("imported", Line.Of(bag.Record, Tone.Id)),
        new("origin", $"entry {bag.Entry} of {bag.Log}, complete as signed"),
        new("evidence", Line.Of($"source {bag.Evidence}", Tone.Id)),
        new("items", $"{bag.Items}, of which {bag.AlreadyThere} were there already"),
        new("events", bag.Events == 0 ? "none: nothing was repeated" : $"{bag.Events} appended"),
        new("left out", bag.LeftOut == 0 ? null : $"{bag.LeftOut} events: decisions on access, holds and erasures, which are the other archive's, and what was erased"),
        new("gone", bag.Gone == 0 ? null : $"{bag.Gone} captures, texts and words that the other archive had erased"),
    ]);
}
