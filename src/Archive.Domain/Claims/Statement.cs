namespace Archive.Domain.Claims;

/// <summary>Somebody says or publishes something.</summary>
/// <param name="Who">The speakers.</param>
/// <param name="Place">Where it was said.</param>
/// <param name="Medium">Where it appeared, in words.</param>
/// <param name="Words">The very words, where they are known; the claim's own text is the paraphrase.</param>
/// <param name="AddressedTo">To whom it was said.</param>
public sealed record Statement(ValueList<string> Who, string? Place, string? Medium, LanguageText? Words, ValueList<string> AddressedTo) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Statement;

    public override ValueList<string> Principals => Who;

    public override IEnumerable<string> Participants => Who.Concat(AddressedTo);
}
