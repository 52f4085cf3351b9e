namespace Archive.Domain.Claims;

/// <summary>People meet.</summary>
/// <param name="Who">Who takes part.</param>
/// <param name="Place">Where.</param>
/// <param name="Format">The form of the meeting in words, such as "one-on-one".</param>
/// <param name="Subjects">What it was about, in words.</param>
public sealed record Meeting(ValueList<string> Who, string? Place, string? Format, ValueList<string> Subjects) : Particulars(Place)
{
    public override ClaimKind Kind => ClaimKind.Meeting;

    public override ValueList<string> Principals => Who;
}
