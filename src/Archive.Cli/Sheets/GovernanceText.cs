using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Domain.Access;

namespace Archive.Cli.Sheets;

/// <summary>Who may see a thing, and what is held over it.</summary>
internal static class GovernanceText
{
    public static void ShowAccess(IDisplay display, GovernanceSheet sheet)
    {
        var subject = GovernedArgument.Write(sheet.Subject);
        display.Heading($"Access of {subject}");
        display.Fields(
        [
            new("access", AccessText.Of(sheet.Access)),
            new("its record", sheet.Record is { } record ? AccessText.Of(record) : null),
            .. sheet.Captures.Select(capture => new Field($"capture {capture.Capture}", AccessText.Of(capture.Access))),
            new("not told to you", sheet.Withheld is null ? null : "captures and holds"),
            new("as of", MomentText.Of(sheet.AsOf)),
        ]);
    }

    public static void ShowHolds(IDisplay display, GovernanceSheet sheet)
    {
        var subject = GovernedArgument.Write(sheet.Subject);
        display.Heading($"Holds on {subject}");
        display.Fields([new("as of", MomentText.Of(sheet.AsOf))]);
        foreach (var hold in sheet.Holds)
        {
            display.Blank();
            Show(display, $"hold {hold.Number}", hold);
        }

        foreach (var held in (sheet.Over ?? []).Where(held => held.Subject != sheet.Subject))
        {
            display.Blank();
            Show(display, $"covered by hold {held.Hold.Number} on {GovernedArgument.Write(held.Subject)}", held.Hold);
        }

        display.Blank();
        display.Write(sheet.Over switch
        {
            null => "Whether other holds cover it is not told to you.",
            { Count: 0 } => "Nothing is held.",
            var over => $"{over.Count} {(over.Count == 1 ? "hold stands" : "holds stand")} against erasing.",
        });
    }

    private static void Show(IDisplay display, string heading, Hold hold)
    {
        display.Write(Line.Of(heading + (hold.IsInForce ? ", in force" : ", lifted"), hold.IsInForce ? Tone.Caution : Tone.Quiet));
        display.Fields(
        [
            new("capture", hold.Capture),
            new("legal basis", hold.LegalBasis),
            new("words", hold.Words),
            new("lifted", hold.Lifted),
        ], 1);
    }
}
