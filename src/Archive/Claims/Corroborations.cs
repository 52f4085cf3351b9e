using Archive.Domain.Claims;
using Archive.Domain.Sources;

namespace Archive.Claims;

/// <summary>Counts the voices behind a claim.</summary>
internal static class Corroborations
{
    public static Corroboration Of(Claim claim, VoiceGraph graph)
    {
        var supporting = Cited(claim, Stance.Supports);
        return new Corroboration(
            Voices(supporting, graph),
            Voices(Cited(claim, Stance.Contradicts), graph),
            supporting.Select(graph.Canonical).Distinct(StringComparer.Ordinal).Count(),
            claim.Citations.SelectMany(citation => graph.Circle(citation.Source)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());
    }

    public static IReadOnlyList<string> Supporting(Claim claim, VoiceGraph graph) => Voices(Cited(claim, Stance.Supports), graph);

    private static string[] Cited(Claim claim, Stance stance) =>
        claim.Citations.Where(citation => citation.Stance == stance).Select(citation => citation.Source).ToArray();

    private static string[] Voices(IEnumerable<string> sources, VoiceGraph graph) =>
        sources.Select(graph.Voice).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
}
