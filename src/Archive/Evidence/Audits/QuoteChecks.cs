using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Evidence.Audits;

/// <summary>Looks for the quotes of one capture again. Its text is loaded once, and only where something quotes it.</summary>
internal sealed class QuoteChecks(EvidencePages pages, CapturedTexts texts, KeptCheck kept, AuditTally tally, HashSet<string> told, Moment moment, string? record)
{
    private CodePointText? _text;

    /// <param name="source">The source.</param>
    /// <param name="capture">The capture, which has a text.</param>
    /// <param name="textState">How the text was found.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RunAsync(Source source, Capture capture, AuditState textState, CancellationToken cancellationToken)
    {
        await foreach (var version in pages.ClaimsCitingAsync(moment, source.Id, record, cancellationToken))
        {
            var quoting = CitationsOf(version.State).Where(citation => citation.Source == source.Id && citation.Quote?.Capture == capture.Digest).ToArray();
            if (quoting.Length == 0)
                continue;
            var words = await kept.FindAsync(quoting.Select(citation => citation.Quote!.Kept!).ToArray(), cancellationToken);
            if (textState == AuditState.Exact && words.Values.Any(content => content is not null))
                _text ??= await texts.FindAsync(capture.Text!, cancellationToken);
            foreach (var citation in quoting)
            {
                var (state, detail) = Check(source, citation.Quote!, textState, words);
                tally.Add(new AuditFinding(AuditedThing.Quote, state, source.Id, capture.Digest, version.State.Id, citation.Number, citation.Quote!.Position, detail));
            }
        }
    }

    public static IEnumerable<Citation> CitationsOf(Claim claim)
    {
        foreach (var citation in claim.Citations)
            yield return citation;
        foreach (var dispute in claim.Disputes)
        {
            foreach (var citation in dispute.Versions.SelectMany(version => version.Citations).Concat(dispute.Resolution?.Citations ?? []))
                yield return citation;
        }
    }

    private (AuditState State, string? Detail) Check(Source source, Quote quote, AuditState textState, IReadOnlyDictionary<string, string?> words)
    {
        if (!words.TryGetValue(quote.Kept!, out var content))
        {
            return EvidenceRun.IsErased(source, quote.Capture!)
                ? (AuditState.Erased, null)
                : (AuditState.Missing, "Its words are kept by reference and are not there, and no order to erase them was given. Bring them back from a backup.");
        }

        if (content is null)
        {
            told.Add(quote.Kept!);
            return (AuditState.Altered, $"Its words, kept under {quote.Kept}, are not those that were kept there. Bring them back from a backup.");
        }

        if (textState != AuditState.Exact || _text is null)
            return (textState == AuditState.Exact ? AuditState.Missing : textState, textState == AuditState.Erased ? null : "The text of its capture is not as it was, so that it cannot be looked for.");
        var anchor = Anchoring.Find(_text, (quote.Join(_ => content)).ToSelector());
        return anchor.State switch
        {
            AnchorState.Exact => (AuditState.Exact, null),
            AnchorState.Ambiguous => (AuditState.Ambiguous, $"Its words stand {anchor.Count} times in the text."),
            _ => (AuditState.Missing, Nearest(anchor.Nearest)),
        };
    }

    private static string Nearest(NearestMatch? nearest) => nearest is null
        ? "Its words do not stand in the text, and nothing like them does."
        : $"Its words do not stand there; nearest, at {nearest.Place.Position.Start}-{nearest.Place.Position.End}, differs in {string.Join(", ", nearest.Differs).ToLowerInvariant()}.";
}
