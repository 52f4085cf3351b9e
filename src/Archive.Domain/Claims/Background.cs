namespace Archive.Domain.Claims;

/// <summary>Context that the other claims need.</summary>
/// <param name="Who">Whom it concerns.</param>
/// <param name="Place">Where.</param>
public sealed record Background(ValueList<string> Who, string? Place) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Background;

    public override ValueList<string> Principals => Who;
}
