using Archive.Claims;
using Archive.Cli.Display;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Claims in rows.</summary>
internal static class ClaimTable
{
    private static readonly string[] Columns = ["claim", "occurred", "kind", "stands", "cites", "origins", "says"];

    public static void Show(IDisplay display, IReadOnlyCollection<ClaimView> claims, IReadOnlyDictionary<string, Corroboration> support, Names names)
    {
        if (claims.Count > 0)
            display.Table(Columns, claims.Select(claim => Row(claim, support.GetValueOrDefault(claim.Id), names)));
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(ClaimView claim, Corroboration? support, Names names) =>
        !claim.IsShown ? [[Line.Of(claim.Id, Tone.Id)], [""], [""], ["closed"], [""], [""], [AccessText.Of(claim.Withheld)]] :
    [
        [Line.Of(claim.Id, Tone.Id)],
        [DateText.Of(claim.Content.Occurred)],
        [ErasedText.KindOf(claim)],
        [ClaimMarks.Of(claim)],
        [Cites(claim, names)],
        [support is null ? Line.Empty : SupportText.Brief(support)],
        Says(claim, names),
    ];

    private static Line Cites(ClaimView claim, Names names)
    {
        var citations = claim.Citations ?? [];
        var unseen = citations.Count(citation => names.Sources.TryGetValue(citation.Source, out var source) && source.Captured == false);
        return unseen == 0 ? $"{citations.Count}"
            : unseen == citations.Count ? $"{unseen} unseen"
            : $"{citations.Count} ({unseen} unseen)";
    }

    private static IReadOnlyList<Line> Says(ClaimView claim, Names names)
    {
        var says = new List<Line> { claim.Content!.Says };
        if (claim.Content.AccordingTo is { } voice)
            says.Add("according to " + ParticularsText.Name(voice, names));
        if (claim.Retraction is { } retraction)
            says.Add([new Span($"retracted ({Kebab.Of(retraction.Reason)}): ", Tone.Bad), retraction.Words]);
        says.AddRange(claim.Disputes!.SelectMany(DisputeText.Brief));
        return says;
    }
}
