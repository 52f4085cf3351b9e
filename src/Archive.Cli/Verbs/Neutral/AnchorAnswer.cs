using Archive.Domain;
using Archive.Domain.Evidence;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>What a selector selects in a text.</summary>
/// <param name="Valid">Whether it selects one place.</param>
/// <param name="State">exact, ambiguous or missing.</param>
/// <param name="Position">The one place.</param>
/// <param name="Count">How many places it selects.</param>
/// <param name="Places">The first of them.</param>
/// <param name="Nearest">Where it selects none: what comes nearest.</param>
internal sealed record AnchorAnswer(bool Valid, AnchorState State, QuotePosition? Position, long Count, ValueList<AnchorPlace> Places, NearestMatch? Nearest)
{
    public static AnchorAnswer Of(CodePointText text, SelectorJson selector)
    {
        var anchor = Anchoring.Find(text, selector.Selector);
        if (selector.RefinedBy is not { } refined || anchor.Position is not { } outer)
            return Of(anchor);
        var (start, end) = (text.IndexOf(outer.Start), text.IndexOf(outer.End));
        var inner = Of(new CodePointText(text.Text[start..end]), refined);
        return inner with
        {
            Position = inner.Position is null ? null : Moved(inner.Position),
            Places = inner.Places.Select(MovedPlace).ToValueList(),
            Nearest = inner.Nearest is null ? null : inner.Nearest with { Place = MovedPlace(inner.Nearest.Place) },
        };

        QuotePosition Moved(QuotePosition position) => new(position.Start + outer.Start, position.End + outer.Start);

        AnchorPlace MovedPlace(AnchorPlace place)
        {
            var position = Moved(place.Position);
            return text.Place(text.IndexOf(position.Start), text.IndexOf(position.End));
        }
    }

    private static AnchorAnswer Of(Anchor anchor) =>
        new(anchor.State == AnchorState.Exact, anchor.State, anchor.Position, anchor.Count, anchor.Places, anchor.Nearest);
}
