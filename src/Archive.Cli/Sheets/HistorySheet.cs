using Archive.Cli.Display;
using Archive.Provenance;

namespace Archive.Cli.Sheets;

/// <summary>What happened, entry by entry: who, when, why, and each field before and after.</summary>
internal static class HistorySheet
{
    public static void Show(IDisplay display, History history)
    {
        display.Heading($"History of {history.Subject}");
        display.Fields(MomentText.Fields(history.AsOf, history.Subject, history.Digest));
        foreach (var item in history.Items.Items)
        {
            display.Blank();
            display.Write(EventText.Of(item.Event, history.Names));
            display.Fields(
            [
                new("of", item.Subject == history.Subject ? null : Line.Of(item.Subject, Tone.Id)),
                new("content", item.Withheld is { } withheld ? AccessText.Of(withheld) : null),
                new("proposal", item.Proposal is { } number ? $"{number}" : null),
                new("reason", item.Reason),
                new("fault", item.Fault is { } fault ? Kebab.Of(fault) : null),
                new("words", item.Words),
                new("notice", item.Notice),
                new("decided", item.Decided),
            ], 1);
            FieldChangeText.Show(display, item.Changes, 1);
        }

        display.Blank();
        PageText.Show(display, history.Items, "entries");
        AccessText.Show(display, history.Disclosure);
    }
}
