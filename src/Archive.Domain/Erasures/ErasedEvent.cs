namespace Archive.Domain.Erasures;

/// <summary>
/// An event whose words were erased: that it happened, of which type, when, by whom and to which streams is all that is left. Every fold takes one of any
/// type in any place, and what it folds into says that something is erased.
/// </summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Name">Its stored name.</param>
/// <param name="Was">The type of what it was, in its present form.</param>
/// <param name="Payload">What stands in its place.</param>
public abstract record ErasedEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : IArchiveEvent
{
    /// <summary>The metadata has them: what the event itself said is gone.</summary>
    public IEnumerable<string> References => [];

    protected string Id => StreamName.IdOf(Stream);

    internal ValueList<ErasedWords> AddTo(ValueList<ErasedWords>? before) => [.. before ?? [], new ErasedWords(Name, Payload.Reason, Payload.Reference)];
}
