namespace Archive.Domain.Authorities;

/// <summary>What an authority is.</summary>
public enum AuthorityKind
{
    Person,
    Organisation,
    Place,
}
