namespace Archive.Domain.Erasures;

/// <summary>Makes the erased event of a stream: which fold takes it is told by the stream's name, for its words are gone.</summary>
internal static class ErasedEvents
{
    private static readonly Dictionary<string, Func<string, string, Type, ErasedPayload, ErasedEvent>> ByPrefix = new(StringComparer.Ordinal)
    {
        [StreamName.RecordPrefix] = (stream, name, was, payload) => new ErasedRecordEvent(stream, name, was, payload),
        [StreamName.AuthorityPrefix] = (stream, name, was, payload) => new ErasedAuthorityEvent(stream, name, was, payload),
        [StreamName.SourcePrefix] = (stream, name, was, payload) => new ErasedSourceEvent(stream, name, was, payload),
        [StreamName.ClaimPrefix] = (stream, name, was, payload) => new ErasedClaimEvent(stream, name, was, payload),
        [StreamName.ActorPrefix] = (stream, name, was, payload) => new ErasedActorEvent(stream, name, was, payload),
        [StreamName.KeyPrefix] = (stream, name, was, payload) => new ErasedKeyEvent(stream, name, was, payload),
    };

    /// <summary>Prefixes of the streams in which an event can be erased.</summary>
    public static IReadOnlyCollection<string> Prefixes => ByPrefix.Keys;

    /// <returns>Null where no stream has such a name.</returns>
    public static ErasedEvent? Of(string stream, string name, Type was, ErasedPayload payload) =>
        ByPrefix.TryGetValue(stream[..(stream.IndexOf('/', StringComparison.Ordinal) + 1)], out var make) ? make(stream, name, was, payload) : null;
}
