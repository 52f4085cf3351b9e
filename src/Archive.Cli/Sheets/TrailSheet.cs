using Archive.Access;
using Archive.Cli.Display;
using Archive.Provenance;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Where a claim comes from, as a tree: claim, citations, sources, the voices behind these, and the entries that put each there.</summary>
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
                .. trail.DerivedFrom.Select(claim => new Branch(["derived from ", new Span(claim.Id, Tone.Id), ": ", .. claim.IsShown ? claim.Content.Says : AccessText.Of(claim.Withheld)])),
            ]));
        display.Blank();
        if (trail.Support is { } support)
            SupportText.Show(display, support);
        AccessText.Show(display, trail.Disclosure);
    }

    private static Branch Citation(CitationTrail trail, Names names, IReadOnlyList<WithheldQuote>? withheld) => new(
        CitationText.Stance(trail.Citation) + SourceText.Of(trail.Source) + CitationText.Reading(trail.Citation, trail.Source, withheld),
        [.. Entries(trail.SourceEvents, names), .. Voices(trail, names)]);

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

    private static IEnumerable<Branch> Entries(IEnumerable<EventView> entries, Names names) =>
        entries.Select(entry => new Branch(EventText.WithLeaf(entry, names)));
}
