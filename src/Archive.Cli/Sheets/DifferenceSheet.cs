using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>What differs between two moments of a record.</summary>
internal static class DifferenceSheet
{
    public static void Show(IDisplay display, RecordDifference difference)
    {
        display.Heading($"What changed in {difference.Record}");
        display.Fields(
        [
            new("from", MomentText.Of(difference.From)),
            new("digest then", Line.Of($"sha256 {difference.FromDigest}", Tone.Quiet)),
            new("to", MomentText.Of(difference.To)),
            .. MomentText.Fields(difference.To, difference.Record, difference.ToDigest).Skip(1),
        ]);
        if (difference.Description.Count > 0)
        {
            display.Blank();
            display.Write(Line.Of("The record itself", Tone.Strong));
            FieldChangeText.Show(display, difference.Description, 1);
        }

        foreach (var claim in difference.Claims)
        {
            display.Blank();
            display.Write([Mark(claim.Difference), new Span(claim.Claim, Tone.Id), "  ", .. claim.Withheld is { } withheld ? AccessText.Of(withheld) : claim.Says ?? ""]);
            FieldChangeText.Show(display, claim.Changes, 1);
        }

        display.Blank();
        display.Write(string.Join(", ", Enum.GetValues<DifferenceKind>().Select(kind => $"{difference.Claims.Count(claim => claim.Difference == kind)} {Kebab.Of(kind)}")) + ".");
        AccessText.Show(display, difference.Disclosure);
    }

    private static Span Mark(DifferenceKind difference) => difference switch
    {
        DifferenceKind.Added => new Span("added    ", Tone.Good),
        DifferenceKind.Removed => new Span("removed  ", Tone.Bad),
        _ => new Span("changed  ", Tone.Caution),
    };
}
