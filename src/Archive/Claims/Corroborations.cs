using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Claims;

/// <summary>Counts the voices behind a claim: as many for everybody, whoever may know their names.</summary>
internal static class Corroborations
{
    public static Corroboration Of(Claim claim, Voices voices)
    {
        var (supporting, contradicting) = (Cited(claim, Stance.Supports), Cited(claim, Stance.Contradicts));
        var (supports, contradicts) = (Named(supporting, voices), Named(contradicting, voices));
        return new Corroboration(
            supports,
            contradicts,
            Different(supporting, voices),
            claim.Citations.SelectMany(citation => voices.Shown.Circle(citation.Source)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
            Different(contradicting, voices),
            new CitationCount(supporting.Length, contradicting.Length, claim.Citations.Count - supporting.Length - contradicting.Length),
            All(supporting, voices.Whole).Length - supports.Length,
            All(contradicting, voices.Whole).Length - contradicts.Length);
    }

    /// <summary>All voices that support a claim: for counting alone.</summary>
    public static IReadOnlyList<string> Supporting(Claim claim, VoiceGraph whole) => All(Cited(claim, Stance.Supports), whole);

    private static string[] Cited(Claim claim, Stance stance) =>
        claim.Citations.Where(citation => citation.Stance == stance).Select(citation => citation.Source).ToArray();

    private static int Different(string[] sources, Voices voices) => sources.Select(voices.Whole.Canonical).Distinct(StringComparer.Ordinal).Count();

    private static string[] All(IEnumerable<string> sources, VoiceGraph graph) =>
        sources.Select(graph.Voice).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();

    /// <summary>The first voices that some source reaches without a withheld one on the way; where there is one, the shown chain ends there, with what has no name.</summary>
    private static string[] Named(IEnumerable<string> sources, Voices voices) => All(sources, voices.Shown).Where(voices.Names).ToArray();
}
