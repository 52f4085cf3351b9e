using Archive.Cli.Display;
using Archive.Evidence.Audits;

namespace Archive.Cli.Sheets;

/// <summary>What an audit of evidence found.</summary>
internal static class AuditSheet
{
    public static void Show(IDisplay display, EvidenceAudit audit)
    {
        display.Heading(audit.Record is { } record ? $"Evidence of {record}" : "Evidence");
        display.Fields(
        [
            new("as of", $"entry {audit.AsOf.Entry}{(audit.AsOf.RecordedAt is { } at ? $", recorded {MomentText.Recorded(at)}" : "")}; stored bytes as they are now"),
            new("captures", Of(audit.Captures)),
            new("texts", Of(audit.Texts)),
            new("quotes", Of(audit.Quotes)),
            new("kept words", audit.Words.Total == 0 ? null : Of(audit.Words)),
            new("other bytes", audit.Others.Total == 0 ? null : Of(audit.Others)),
            new("read again", $"{audit.Bytes:N0} bytes"),
        ]);
        display.Blank();
        foreach (var finding in audit.Findings.Items)
            Show(display, finding);
        if (audit.Findings.Total > 0)
            PageText.Show(display, audit.Findings, "findings");
        display.Write(audit.Sound
            ? Line.Of("Everything is as it should be.", Tone.Good)
            : Line.Of("Something is not as it should be.", Tone.Bad));
    }

    private static void Show(IDisplay display, AuditFinding finding)
    {
        var where = new[]
        {
            finding.Claim is { } claim ? finding.Citation is { } number ? $"{claim} [{number}]" : claim : null,
            finding.Source is { } source ? $"source {source}" : null,
            finding.Position is { } position ? $"at {QuoteText.Of(position)}" : null,
            finding.Digest,
        };
        display.Write(
        [
            new Span($"{Kebab.Of(finding.State),-9} ", finding.IsFailure ? Tone.Bad : Tone.Quiet),
            $"{Kebab.Of(finding.Thing)}  {string.Join("  ", where.OfType<string>())}",
        ]);
        if (finding.Detail is { } detail)
            display.Write(detail, 1);
    }

    private static string Of(AuditCounts counts)
    {
        var parts = new List<string>();
        foreach (var (count, word) in new[]
        {
            (counts.Exact, "exact"), (counts.Ambiguous, "ambiguous"), (counts.Missing, "missing"), (counts.Altered, "altered"), (counts.Erased, "erased"), (counts.Unseen, "transcribed unseen"),
        })
        {
            if (count > 0)
                parts.Add($"{count:N0} {word}");
        }

        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }
}
