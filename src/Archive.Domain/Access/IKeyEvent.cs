namespace Archive.Domain.Access;

/// <summary>An event in the stream of an API key.</summary>
public interface IKeyEvent : IArchiveEvent
{
    /// <summary>Id of the key; no secret.</summary>
    string Key { get; }

    string IArchiveEvent.Stream => StreamName.OfKey(Key);

    IEnumerable<string> IArchiveEvent.References => [];
}
