using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;

namespace Archive.Evidence;

/// <summary>What is captured of the sources that citations quote, with the texts in which their words are looked for.</summary>
internal sealed class SourceCaptures(StreamStates states, CapturedTexts texts, TimeProvider clock)
{
    /// <param name="citations">What quotes.</param>
    /// <param name="role">The role of whoever is told what stands in the texts.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>By source; a source of which nothing is captured, or that is not there, may be absent.</returns>
    /// <exception cref="ContentAlteredException">A text is not what was put there.</exception>
    public async Task<IReadOnlyDictionary<string, KnownCaptures>> FindAsync(IEnumerable<CitationDraft> citations, Role? role, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, KnownCaptures>(StringComparer.Ordinal);
        foreach (var quoted in citations.Where(IsLookedUp).GroupBy(citation => citation.Source, StringComparer.Ordinal))
        {
            var source = await states.FindAsync<Source, ISourceEvent>(StreamName.OfSource(quoted.Key), Source.Evolve, cancellationToken);
            if (source?.Captures is { } captures)
                found[quoted.Key] = await LoadAsync(captures, source.Governance, role, quoted.Select(citation => citation.Capture).ToHashSet(StringComparer.Ordinal), cancellationToken);
        }

        return found;
    }

    /// <param name="captures">The captures of a source.</param>
    /// <param name="governance">What governs the source.</param>
    /// <param name="role">The role of whoever is told what stands in the texts.</param>
    /// <param name="named">The captures whose text is asked for; null asks for the newest that has one.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<KnownCaptures> LoadAsync(
        ValueList<Capture> captures, Governance? governance, Role? role, IReadOnlySet<string?> named, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var withheld = captures.Select(capture => capture.Digest).Where(IsWithheld).ToHashSet(StringComparer.Ordinal);
        var loaded = new Dictionary<string, CodePointText>(StringComparer.Ordinal);
        foreach (var name in named)
        {
            var asked = name is null ? captures.Reverse() : captures.Where(capture => capture.Digest == name).TakeLast(1);
            foreach (var capture in asked)
            {
                if (await IsThereAsync(capture))
                    break;
            }
        }

        return new KnownCaptures(captures, loaded, withheld);

        bool IsWithheld(string capture) =>
            governance is not null && !(governance.AccessOf(null).Admits(role, now) && governance.AccessOf(capture).Admits(role, now));

        async Task<bool> IsThereAsync(Capture capture)
        {
            if (capture.Text is not { } text || withheld.Contains(capture.Digest))
                return false;
            if (!loaded.ContainsKey(text.Digest) && await texts.FindAsync(text, cancellationToken) is { } there)
                loaded[text.Digest] = there;
            return loaded.ContainsKey(text.Digest);
        }
    }

    private static bool IsLookedUp(CitationDraft citation) => (citation.Phrase ?? citation.Capture) is not null || citation.Position is not null;
}
