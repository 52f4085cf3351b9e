using Archive.Access;
using Archive.Claims;
using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>One claim, in full.</summary>
internal static class ClaimSheet
{
    public static void Show(IDisplay display, ClaimSnapshot snapshot)
    {
        var claim = snapshot.Claim;
        if (!claim.IsShown)
        {
            ShowWithheld(display, snapshot, claim.Withheld);
            return;
        }

        var content = claim.Content;
        var names = snapshot.Names;
        display.Heading(content.Says.Length == 0 && claim.Erased is not null ? "[erased]" : content.Says);
        display.Fields(
        [
            new("claim", Line.Of(claim.Id, Tone.Id)),
            new("kind", ErasedText.KindOf(claim)),
            new("stands", ClaimMarks.Of(claim)),
            new("erased", claim.Erased is { } erased ? Line.Of(ErasureText.Of(erased), Tone.Caution) : null),
            new("since", Since(snapshot)),
            new("occurred", DateText.Of(content.Occurred)),
            new("which lies", content.Occurred is { } date ? DateText.BoundsOf(date) : null),
            .. ParticularsText.Fields(content.Particulars, names),
            new("according to", content.AccordingTo is { } voice ? ParticularsText.Name(voice, names) : null),
            new("about", content.About),
            new("language", content.Language),
            new("derived from", content.DerivedFrom.Count == 0 ? null : Line.Of(string.Join(", ", content.DerivedFrom), Tone.Id)),
            .. ErasedText.Fields(claim.ErasedEvents),
            .. MomentText.Fields(snapshot.AsOf, claim.Id, snapshot.Digest),
        ]);
        if (claim.Retraction is { } retraction)
        {
            display.Blank();
            display.Write([new Span($"Retracted ({Kebab.Of(retraction.Reason)}): ", Tone.Bad), retraction.Words]);
        }

        display.Blank();
        display.Write(Line.Of("Citations", Tone.Strong));
        foreach (var citation in claim.Citations)
            display.Write(CitationText.Of(citation, names, claim.WithheldQuotes), 1);
        if (snapshot.Support is { } support)
            SupportText.Show(display, support);
        foreach (var dispute in claim.Disputes)
        {
            display.Blank();
            DisputeText.Show(display, dispute, names, claim.WithheldQuotes);
        }

        AccessText.Show(display, snapshot.Disclosure);
    }

    private static void ShowWithheld(IDisplay display, ClaimSnapshot snapshot, Withheld withheld)
    {
        display.Heading(AccessText.Of(withheld));
        display.Fields(
        [
            new("claim", Line.Of(snapshot.Claim.Id, Tone.Id)),
            new("since", Since(snapshot)),
            .. MomentText.Fields(snapshot.AsOf, snapshot.Claim.Id, snapshot.Digest),
        ]);
    }

    private static string Since(ClaimSnapshot snapshot)
    {
        var claim = snapshot.Claim;
        return $"entry {claim.SinceEntry}, recorded {MomentText.Recorded(claim.SinceRecordedAt)}{By(snapshot.SinceActor, snapshot.Names)}; first recorded by entry {claim.FirstEntry}{By(snapshot.FirstActor, snapshot.Names)}";
    }

    private static string By(string? actor, Names names) => actor is null ? "" : $" by {ActorText.Of(actor, names)}";
}
