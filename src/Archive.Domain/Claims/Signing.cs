namespace Archive.Domain.Claims;

/// <summary>Documents are signed.</summary>
/// <param name="Who">The signatories.</param>
/// <param name="Place">Where.</param>
/// <param name="Documents">What was signed.</param>
public sealed record Signing(ValueList<string> Who, string? Place, ValueList<SignedDocument> Documents) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Signing;

    public override ValueList<string> Principals => Who;
}
