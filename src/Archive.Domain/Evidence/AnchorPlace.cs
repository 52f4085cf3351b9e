namespace Archive.Domain.Evidence;

/// <summary>A place in a text, with what stands around it for a person to tell it by.</summary>
/// <param name="Position">Where.</param>
/// <param name="Before">Up to <see cref="Around"/> code points before it.</param>
/// <param name="Words">The words themselves, shortened in the middle where they are long.</param>
/// <param name="After">Up to as many after it.</param>
public sealed record AnchorPlace(QuotePosition Position, string Before, string Words, string After)
{
    /// <summary>How much is shown on either side, in code points.</summary>
    public const int Around = 32;
}
