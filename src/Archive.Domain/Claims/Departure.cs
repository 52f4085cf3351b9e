namespace Archive.Domain.Claims;

/// <summary>Somebody leaves.</summary>
/// <param name="Who">Who leaves.</param>
/// <param name="Place">From where.</param>
/// <param name="SeenOffBy">Who sees them off.</param>
public sealed record Departure(ValueList<string> Who, string? Place, ValueList<string> SeenOffBy) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Departure;

    public override ValueList<string> Principals => Who;

    public override IEnumerable<string> Participants => Who.Concat(SeenOffBy);
}
