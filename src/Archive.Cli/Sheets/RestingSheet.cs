using Archive.Cli.Display;
using Archive.Provenance;

namespace Archive.Cli.Sheets;

/// <summary>Which claims rest on a source, and which of them on nothing else.</summary>
internal static class RestingSheet
{
    private static readonly string[] Columns = ["claim", "rests", "through", "says"];

    public static void Show(IDisplay display, RestingClaims resting)
    {
        display.Heading(["Claims that rest on ", .. SourceText.Of(resting.Source)]);
        display.Fields([new("as of", MomentText.Of(resting.AsOf)), new("answer", resting.AsOf.Final ? "final" : $"provisional; pin it with {resting.Source.Id}@{resting.AsOf.Entry}")]);
        display.Blank();
        if (resting.Claims.Items.Count > 0)
            display.Table(Columns, resting.Claims.Items.Select(Row));
        PageText.Show(display, resting.Claims, "claims");
        AccessText.Show(display, resting.Disclosure);
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(RestingClaim resting) =>
    [
        [Line.Of(resting.Claim.Id, Tone.Id)],
        [resting.Alone ? Line.Of("on it alone", Tone.Bad) : "also on others"],
        [string.Join(", ", resting.Through)],
        [resting.Claim.IsShown ? resting.Claim.Content.Says : AccessText.Of(resting.Claim.Withheld)],
    ];
}
