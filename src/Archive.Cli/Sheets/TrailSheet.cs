using Archive.Access;
using Archive.Cli.Display;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>
/// Where a claim comes from, as a tree: claim, citations, the words that they quote, captures, sources, the voices behind these, and the
/// entries that put each there, with whoever did it and why.
/// </summary>
internal static class TrailSheet
{
    public static void Show(IDisplay display, ProvenanceTrail trail)
    {
        display.Heading($"Provenance of {trail.Claim.Id}");
        display.Fields(MomentText.Fields(trail.AsOf, trail.Claim.Id, trail.Digest));
        display.Blank();
        display.Tree(new Branch(
            [new Span(trail.Claim.Id, Tone.Id), .. trail.Claim.IsShown ? $" version {trail.Claim.Version}: {trail.Claim.Content.Says}" : " " + AccessText.Of(trail.Claim.Withheld)],
            [
                .. Entries(trail.Events, trail.Names),
                .. trail.Citations.Select(citation => Citation(citation, trail.Names, trail.Claim.WithheldQuotes)),
                .. trail.DisputeCitations.Count == 0
                    ? Array.Empty<Branch>()
                    : [new Branch("in its disputes", [.. trail.DisputeCitations.Select(citation => Citation(citation, trail.Names, trail.Claim.WithheldQuotes))])],
                .. trail.DerivedFrom.Select(claim => new Branch(["derived from ", new Span(claim.Id, Tone.Id), ": ", .. claim.IsShown ? claim.Content.Says : AccessText.Of(claim.Withheld)])),
            ]));
        display.Blank();
        if (trail.Support is { } support)
            SupportText.Show(display, support);
        AccessText.Show(display, trail.Disclosure);
    }

    private static Branch Citation(CitationTrail trail, Names names, IReadOnlyList<WithheldQuote>? withheld) => new(
        CitationText.Stance(trail.Citation) + SourceText.Of(trail.Source) + CitationText.Reading(trail.Citation, trail.Source, withheld),
        [.. trail.Capture is { } capture ? [new Branch(Captured(trail, capture))] : Array.Empty<Branch>(), .. Entries(trail.SourceEvents, names), .. Voices(trail, names)]);

    /// <summary>Where the quoted words stand, down to the digest of the bytes.</summary>
    private static Line Captured(CitationTrail trail, Capture capture)
    {
        var place = trail.Citation.Quote?.Position is { } position ? $"quoted at {position.Start} to {position.End} of the text of " : "quoted from ";
        return Line.Of(place, Tone.Plain)
            + Line.Of($"capture sha256 {capture.Digest}", Tone.Id)
            + Line.Of($"  {capture.MediaType}, captured {MomentText.Recorded(capture.CapturedAt)} by {capture.CapturedBy}", Tone.Quiet);
    }

    private static IEnumerable<Branch> Voices(CitationTrail trail, Names names)
    {
        // Each voice hangs below the one that repeats it, so the farthest is built first.
        Branch? farther = trail.Cycle ? new Branch(Line.Of("and round in a circle", Tone.Caution)) : null;
        foreach (var voice in trail.Voices.Reverse())
        {
            farther = new Branch(
                (voice.Likely ? "likely repeats  " : "repeats  ") + SourceText.Of(voice.Source),
                [.. Entries(voice.Events, names), .. farther is null ? Array.Empty<Branch>() : [farther]]);
        }

        return farther is null ? [] : [farther];
    }

    private static IEnumerable<Branch> Entries(IEnumerable<TrailEvent> entries, Names names) =>
        entries.Select(entry => new Branch(EventText.WithLeaf(entry, names), [.. Why(entry)]));

    private static IEnumerable<Branch> Why(TrailEvent entry)
    {
        if (entry.Reason is not null || entry.Words is not null)
        {
            var fault = entry.Fault is { } whose ? $", fault {Kebab.Of(whose)}" : "";
            yield return new Branch($"{entry.Reason}{fault}{(entry.Reason is null || entry.Words is null ? "" : ": ")}{entry.Words}");
        }

        if (entry.Notice is not null)
            yield return new Branch($"notice: {entry.Notice}");
        if (entry.Decided is not null)
            yield return new Branch($"decided {entry.Decided}");
    }
}
