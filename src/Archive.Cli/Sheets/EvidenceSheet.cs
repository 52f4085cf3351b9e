using Archive.Cli.Display;
using Archive.Provenance;

namespace Archive.Cli.Sheets;

/// <summary>Which claims of a record rest on little, and what is to be known of each.</summary>
internal static class EvidenceSheet
{
    private static readonly string[] Columns = ["claim", "stands", "cites", "origins", "found", "says"];

    public static void Show(IDisplay display, RecordEvidence evidence)
    {
        var count = evidence.Count;
        display.Heading($"Evidence of {evidence.Record}");
        display.Fields(
        [
            new("claims", $"{count.Claims}"),
            new("unseen", $"{count.Unseen}"),
            new("unsupported", $"{count.Unsupported}"),
            new("one origin", $"{count.OneOrigin}"),
            new("contradicted", $"{count.Contradicted}"),
            new("weak only", $"{count.WeakOnly}"),
            new("closed to you", count.Withheld == 0 ? null : $"{count.Withheld}"),
            .. MomentText.Fields(evidence.AsOf, evidence.Record, evidence.Digest),
        ]);
        display.Blank();
        if (evidence.Claims.Items.Count > 0)
            display.Table(Columns, evidence.Claims.Items.Select(Row));
        PageText.Show(display, evidence.Claims, "claims with findings");
        AccessText.Show(display, evidence.Disclosure);
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(ClaimEvidence evidence) =>
    [
        [Line.Of(evidence.Claim.Id, Tone.Id)],
        [ClaimMarks.Of(evidence.Claim)],
        [$"{evidence.Claim.Citations?.Count}"],
        [SupportText.Brief(evidence.Support)],
        [Line.Join(", ", evidence.Findings.Select(finding => Line.Of(Kebab.Of(finding), finding == EvidenceFinding.Contradicted ? Tone.Bad : Tone.Caution)))],
        [evidence.Claim.Content?.Says ?? ""],
    ];
}
