using Archive.Domain.Claims;
using Archive.Domain.Sources;

namespace Archive.Claims;

/// <summary>Counts the voices behind a claim.</summary>
internal static class Corroborations
{
    public static Corroboration Of(Claim claim, VoiceGraph graph)
    {
        var (supporting, contradicting) = (Cited(claim, Stance.Supports), Cited(claim, Stance.Contradicts));
        return new Corroboration(
            Voices(supporting, graph),
            Voices(contradicting, graph),
            Different(supporting, graph),
            claim.Citations.SelectMany(citation => graph.Circle(citation.Source)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
            Different(contradicting, graph),
            new CitationCount(supporting.Length, contradicting.Length, claim.Citations.Count - supporting.Length - contradicting.Length));
    }

    public static IReadOnlyList<string> Supporting(Claim claim, VoiceGraph graph) => Voices(Cited(claim, Stance.Supports), graph);

    private static string[] Cited(Claim claim, Stance stance) =>
        claim.Citations.Where(citation => citation.Stance == stance).Select(citation => citation.Source).ToArray();

    private static int Different(string[] sources, VoiceGraph graph) => sources.Select(graph.Canonical).Distinct(StringComparer.Ordinal).Count();

    private static string[] Voices(IEnumerable<string> sources, VoiceGraph graph) =>
        sources.Select(graph.Voice).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
}
