using System.Globalization;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;

namespace Archive.Domain.Claims;

/// <summary>From the phrase that was submitted to the quote that is recorded: found in a capture, or transcribed unseen where there is nothing to find it in.</summary>
internal static class QuoteAnchoring
{
    /// <summary>How much of a text a message shows, in UTF-16 units.</summary>
    private const int MostShown = 160;

    /// <returns>Whether the draft may stand; its quote, if it has one, or why it may not.</returns>
    public static bool TryAnchor(this CitationDraft draft, KnownStreams known, out Quote? quote, out Refusal? refused)
    {
        (quote, refused) = (null, null);
        if (draft.Phrase is null)
        {
            if ((draft.Prefix ?? draft.Suffix ?? draft.Capture) is not null || draft.Position is not null)
                refused = new Refusal("phrase-missing", $"The citation of source {draft.Source} says where words stand, but not which. Give the words themselves, or leave out what stands around them, the position and the capture.");
            return refused is null;
        }

        var captures = known.CapturesOf(draft.Source);
        var capture = KnownCaptures.Choose(captures.Captures, draft.Capture, text => captures.Texts.ContainsKey(text.Digest));
        if (capture is null && draft.Capture is null && draft.Position is null && !captures.Captures.Any(held => captures.IsWithheld(held.Digest)))
        {
            quote = new Quote(draft.Phrase, QuoteState.TranscribedUnseen, draft.Prefix, draft.Suffix);
            return true;
        }

        refused = Unusable(draft, captures, capture);
        if (refused is null)
            (quote, refused) = Find(draft, capture!, captures.Texts[capture!.Text!.Digest]);
        return refused is null;
    }

    private static Refusal? Unusable(CitationDraft draft, KnownCaptures captures, Capture? capture)
    {
        if (capture is null && captures.Captures.Count == 0)
            return new Refusal("capture-unknown", $"Source {draft.Source} has no capture. Capture it first, or leave out the capture and the position: the words are then transcribed unseen.");
        if ((draft.Capture ?? capture?.Digest ?? captures.Withheld?.FirstOrDefault()) is { } closed && captures.IsWithheld(closed))
        {
            return new Refusal(
                "capture-withheld",
                $"Source {draft.Source} or its capture is closed to you, so that you cannot quote from it. Have somebody quote it who may read it, or name a capture that you may read.");
        }

        if (capture is null && draft.Capture is { } named)
            return new Refusal("capture-unknown", $"Source {draft.Source} has no capture {named}. It has: {string.Join(", ", captures.Captures.Select(c => c.Digest).Where(digest => !captures.IsWithheld(digest)).Distinct(StringComparer.Ordinal))}.");
        if (capture?.Text is null)
        {
            return new Refusal(
                "capture-without-text",
                capture is null
                    ? $"No capture of source {draft.Source} has a text, so that no position counts in it. Leave the position out: the words are then transcribed unseen."
                    : $"Capture {capture.Digest} of source {draft.Source} ({capture.MediaType}) has no text in which words could be found. Name another capture, or none: where no capture of the source has a text, the words are transcribed unseen.");
        }

        return captures.Texts.ContainsKey(capture.Text.Digest)
            ? null
            : new Refusal("capture-without-text", $"The text of capture {capture.Digest} of source {draft.Source} is no longer there: it was erased. Name another capture, or none.");
    }

    private static (Quote?, Refusal?) Find(CitationDraft draft, Capture capture, CodePointText text)
    {
        var selector = new TextSelector(draft.Phrase, draft.Prefix, draft.Suffix, draft.Position);
        if (selector.WhatIsWrong() is { } wrong)
            return (null, new Refusal("quote-missing", $"What is quoted from source {draft.Source} cannot be looked for. {wrong}"));
        var anchor = Anchoring.Find(text, selector);
        var where = $"the text of capture {capture.Digest[..Math.Min(12, capture.Digest.Length)]} of source {draft.Source}";
        return anchor.State switch
        {
            AnchorState.Exact => (new Quote(draft.Phrase, QuoteState.Exact, draft.Prefix, draft.Suffix, anchor.Position, capture.Digest), null),
            AnchorState.Ambiguous => (null, new Refusal(
                "quote-ambiguous",
                $"The words '{Shown(draft.Phrase!)}' stand {anchor.Count.ToString("N0", CultureInfo.InvariantCulture)} times in {where}: {string.Join("; ", anchor.Places.Take(4).Select(Shown))}{(anchor.Count > 4 ? "; …" : "")}. Say which are meant: give words right before them (prefix), right after them (suffix), or their position.")),
            _ => (null, new Refusal("quote-missing", $"The words '{Shown(draft.Phrase!)}' are not found in {where}{Asked(draft)}. {Nearest(anchor.Nearest)}")),
        };
    }

    private static string Asked(CitationDraft draft)
    {
        var asked = new List<string>();
        if (draft.Prefix is { } prefix)
            asked.Add($"after '{Shown(prefix)}'");
        if (draft.Suffix is { } suffix)
            asked.Add($"before '{Shown(suffix)}'");
        if (draft.Position is { } position)
            asked.Add($"at {Shown(position)}");
        return asked.Count == 0 ? "" : ", " + string.Join(", ", asked);
    }

    private static string Nearest(NearestMatch? nearest) => nearest is null
        ? "Nothing like them stands there. Quote what stands there, or name the capture that was read."
        : $"Nearest is, at {Shown(nearest.Place)}, which differs in {string.Join(", ", nearest.Differs.Select(Word))}{Edits(nearest)}. Quote what stands there, or name the capture that was read.";

    private static string Edits(NearestMatch nearest) =>
        nearest.Edits == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({nearest.Edits:N0} {(nearest.Edits == 1 ? "character" : "characters")})");

    private static string Word(QuoteDifference difference) => difference switch
    {
        QuoteDifference.Position => "position",
        QuoteDifference.Prefix => "what stands before",
        QuoteDifference.Suffix => "what stands after",
        QuoteDifference.Case => "upper and lower case",
        QuoteDifference.WhiteSpace => "white space",
        QuoteDifference.QuotationMarks => "quotation marks",
        QuoteDifference.Hyphens => "hyphens",
        QuoteDifference.NormalisationForm => "Unicode normalisation form",
        QuoteDifference.Invisible => "characters that are not seen",
        _ => "words",
    };

    private static string Shown(AnchorPlace place) => $"{Shown(place.Position)} '{Shown(place.Before + "[" + place.Words + "]" + place.After)}'";

    private static string Shown(QuotePosition position) => string.Create(CultureInfo.InvariantCulture, $"{position.Start}-{position.End}");

    /// <summary>On one line.</summary>
    private static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c));
        if (line.Length <= MostShown)
            return line;
        var half = char.IsHighSurrogate(line[(MostShown / 2) - 1]) ? (MostShown / 2) - 1 : MostShown / 2;
        var rest = char.IsLowSurrogate(line[^(MostShown / 2)]) ? (MostShown / 2) - 1 : MostShown / 2;
        return $"{line[..half]} … {line[^rest..]}";
    }
}
