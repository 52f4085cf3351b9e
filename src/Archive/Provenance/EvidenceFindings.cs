using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Provenance;

/// <summary>Judges the evidence behind a claim by what is recorded of its sources, and by nothing else.</summary>
internal static class EvidenceFindings
{
    /// <summary>Of a source that is closed to whoever asks, nothing is found.</summary>
    /// <param name="voices">Every source that the claim cites, and what these are merged into or repeat.</param>
    public static IReadOnlyList<EvidenceFinding> Of(Claim claim, Corroboration support, Voices voices)
    {
        var cited = claim.Citations.SelectMany(citation => Found(citation.Source)).ToArray();
        var supporting = claim.Citations.Where(citation => citation.Stance == Stance.Supports).Select(citation => Known(voices.Shown.Canonical(citation.Source))).ToArray();
        var findings = new List<EvidenceFinding>();
        if (!cited.Any(MayBeCaptured))
            findings.Add(EvidenceFinding.Unseen);
        if (supporting.Length == 0)
            findings.Add(EvidenceFinding.Unsupported);
        if (support.Supporting.Count + support.SupportingUnnamed == 1)
            findings.Add(EvidenceFinding.OneOrigin);
        if (support.Contradicting.Count + support.ContradictingUnnamed > 0)
            findings.Add(EvidenceFinding.Contradicted);
        if (supporting.Length > 0 && supporting.All(source => source is not null && IsWeak(source)))
            findings.Add(EvidenceFinding.WeakOnly);
        return findings;

        // A source that was merged may have been captured under its own id or under the one that stays.
        IEnumerable<SourceVersion> Found(string id) => ((SourceVersion?[])[Known(id), Known(voices.Shown.Canonical(id))]).OfType<SourceVersion>();
        SourceVersion? Known(string id) => voices.Sources.GetValueOrDefault(id);
    }

    private static bool MayBeCaptured(SourceVersion source) => source.Withheld is not null || source.WithheldCaptures is { Count: > 0 } || source.State.Captures is { Count: > 0 };

    private static bool IsWeak(SourceVersion source) =>
        source.Withheld is null && (source.State.Description.Weak || source.State.Reliability is Reliability.D or Reliability.E);
}
