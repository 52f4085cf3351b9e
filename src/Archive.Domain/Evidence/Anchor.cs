namespace Archive.Domain.Evidence;

/// <summary>What a selector selects in a text.</summary>
/// <param name="State">Whether it selects one place, several or none.</param>
/// <param name="Count">How many places it selects.</param>
/// <param name="Places">The first of them in the order of the text, at most <see cref="Anchoring.MostPlaces"/>.</param>
/// <param name="Nearest">Where it selects none: what comes nearest to it, if anything does.</param>
public sealed record Anchor(AnchorState State, long Count, ValueList<AnchorPlace> Places, NearestMatch? Nearest = null)
{
    /// <summary>The one place; null where there are several or none.</summary>
    public QuotePosition? Position => State == AnchorState.Exact ? Places[0].Position : null;
}
