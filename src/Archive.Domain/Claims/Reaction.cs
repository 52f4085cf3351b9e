namespace Archive.Domain.Claims;

/// <summary>Somebody reacts to something.</summary>
/// <param name="Who">Who reacts.</param>
/// <param name="Place">Where.</param>
/// <param name="To">To what: the id of a claim, or words.</param>
/// <param name="Attitude">The attitude taken, in words, such as "concerned".</param>
public sealed record Reaction(ValueList<string> Who, string? Place, string? To, string? Attitude) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Reaction;

    public override ValueList<string> Principals => Who;
}
