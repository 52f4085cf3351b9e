using System.Text.Json.Serialization;

namespace Archive.Domain.Claims;

/// <summary>
/// What a claim of one kind adds to what every claim has. A new kind is one new type here, one schema and one renderer. People and places
/// are ids of authorities.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Arrival), "arrival")]
[JsonDerivedType(typeof(Departure), "departure")]
[JsonDerivedType(typeof(Meeting), "meeting")]
[JsonDerivedType(typeof(Signing), "signing")]
[JsonDerivedType(typeof(Statement), "statement")]
[JsonDerivedType(typeof(Reaction), "reaction")]
[JsonDerivedType(typeof(Background), "background")]
public abstract record Particulars
{
    private protected Particulars(string? place) => Place = place;

    /// <summary>Where it happened: the id of a place.</summary>
    public string? Place { get; init; }

    [JsonIgnore]
    public abstract ClaimKind Kind { get; }

    /// <summary>Those whom the claim is chiefly about, in the order given.</summary>
    [JsonIgnore]
    public abstract ValueList<string> Principals { get; }

    /// <summary>Every person or organisation that the claim names, in whatever part.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Participants => Principals;

    /// <summary>Of the same kind, and nothing else.</summary>
    internal Particulars Blank() => Kind switch
    {
        ClaimKind.Arrival => new Arrival([], null, []),
        ClaimKind.Departure => new Departure([], null, []),
        ClaimKind.Meeting => new Meeting([], null, null, []),
        ClaimKind.Signing => new Signing([], null, []),
        ClaimKind.Statement => new Statement([], null, null, null, []),
        ClaimKind.Reaction => new Reaction([], null, null, null),
        ClaimKind.Background => new Background([], null),
        _ => throw new InvalidOperationException($"The kind {Kind} has no blank form."),
    };
}
