using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Sources;

namespace Archive.Provenance;

/// <summary>Judges the evidence behind a claim by what is recorded of its sources, and by nothing else.</summary>
internal static class EvidenceFindings
{
    /// <param name="sources">Every source that the claim cites, by id, and what these are merged into or repeat.</param>
    public static IReadOnlyList<EvidenceFinding> Of(Claim claim, Corroboration support, VoiceGraph voices, IReadOnlyDictionary<string, Source> sources)
    {
        var cited = claim.Citations.SelectMany(citation => Found(citation.Source)).ToArray();
        var supporting = claim.Citations.Where(citation => citation.Stance == Stance.Supports).Select(citation => Known(voices.Canonical(citation.Source))).ToArray();
        var findings = new List<EvidenceFinding>();
        if (!cited.Any(source => source.Captures is { Count: > 0 }))
            findings.Add(EvidenceFinding.Unseen);
        if (supporting.Length == 0)
            findings.Add(EvidenceFinding.Unsupported);
        if (support.Supporting.Count == 1)
            findings.Add(EvidenceFinding.OneOrigin);
        if (support.Contradicting.Count > 0)
            findings.Add(EvidenceFinding.Contradicted);
        if (supporting.Length > 0 && supporting.All(source => source is not null && IsWeak(source)))
            findings.Add(EvidenceFinding.WeakOnly);
        return findings;

        // A source that was merged may have been captured under its own id or under the one that stays.
        IEnumerable<Source> Found(string id) => ((Source?[])[Known(id), Known(voices.Canonical(id))]).OfType<Source>();
        Source? Known(string id) => sources.GetValueOrDefault(id);
    }

    private static bool IsWeak(Source source) => source.Description.Weak || source.Reliability is Reliability.D or Reliability.E;
}
