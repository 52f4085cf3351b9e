namespace Archive.Domain.Claims;

/// <summary>Somebody arrives.</summary>
/// <param name="Who">Who arrives.</param>
/// <param name="Place">Where.</param>
/// <param name="MetBy">Who meets them.</param>
public sealed record Arrival(ValueList<string> Who, string? Place, ValueList<string> MetBy) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Arrival;

    public override ValueList<string> Principals => Who;

    public override IEnumerable<string> Participants => Who.Concat(MetBy);
}
