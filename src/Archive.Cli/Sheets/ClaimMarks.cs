using Archive.Cli.Display;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>How a claim stands: status, version, rank and credibility, in as few words as they allow.</summary>
internal static class ClaimMarks
{
    public static Line Of(ClaimView claim)
    {
        if (!claim.IsShown)
            return AccessText.Of(claim.Withheld);
        var marks = new List<Line> { Line.Of(Kebab.Of(claim.Status.Value), ToneOf(claim.Status.Value)) };
        if (claim.Version > 1)
            marks.Add($"version {claim.Version}");
        if (claim.Rank != Rank.Normal)
            marks.Add(Line.Of(Kebab.Of(claim.Rank.Value), claim.Rank == Rank.Preferred ? Tone.Good : Tone.Caution));
        if (claim.Credibility is { } credibility)
            marks.Add($"credibility {credibility}");
        if (claim.ErasedEvents is not null)
            marks.Add(Line.Of("in part erased", Tone.Caution));
        return Line.Join(", ", marks);
    }

    private static Tone ToneOf(ClaimStatus status) => status switch
    {
        ClaimStatus.Retracted => Tone.Bad,
        ClaimStatus.Disputed => Tone.Caution,
        _ => Tone.Plain,
    };
}
