namespace Archive.Domain.Authorities;

/// <summary>An event in the stream of an authority.</summary>
public interface IAuthorityEvent : IArchiveEvent
{
    /// <summary>Id of the authority.</summary>
    string Authority { get; }

    string IArchiveEvent.Stream => StreamName.OfAuthority(Authority);

    IEnumerable<string> IArchiveEvent.References => [];
}
