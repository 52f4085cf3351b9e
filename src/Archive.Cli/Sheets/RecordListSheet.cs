using Archive.Cli.Display;
using Archive.Records;

namespace Archive.Cli.Sheets;

/// <summary>The records that there are.</summary>
internal static class RecordListSheet
{
    private static readonly string[] Columns = ["record", "occurred", "claims", "disputed", "retracted", "closed", "title"];

    public static void Show(IDisplay display, RecordList list)
    {
        display.Fields([new("as of", MomentText.Of(list.AsOf)), new("answer", list.AsOf.Final ? "final" : $"provisional; pin it with --as-of {list.AsOf.Entry}")]);
        display.Blank();
        if (list.Records.Items.Count > 0)
            display.Table(Columns, list.Records.Items.Select(Row));
        PageText.Show(display, list.Records, "records");
        AccessText.Show(display, list.Disclosure);
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(RecordListItem item) =>
    [
        [Line.Of(item.Record.Id, Tone.Id)],
        [item.Record.IsShown ? DateText.Of(item.Record.Description.Occurred) : Line.Empty],
        [$"{item.Claims}"],
        [$"{item.Disputed}"],
        [$"{item.Retracted}"],
        [$"{item.Closed}"],
        [item.Record.IsShown ? item.Record.Description.Title : AccessText.Of(item.Record.Withheld)],
    ];
}
