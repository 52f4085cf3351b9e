using Archive.Domain;
using Archive.Domain.Events;

namespace Archive.EventLog;

/// <summary>An event as the log holds it.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Id">Its id.</param>
/// <param name="Stream">Its stream, without any prefix of the log's own.</param>
/// <param name="Revision">Its place in the stream, from 0.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Data">Its stored JSON, UTF-8, before any upcasting; member order and white space are the log's.</param>
/// <param name="Metadata">What is stored beside it.</param>
public sealed record LoggedEvent(
    LogPosition Position, Guid Id, string Stream, long Revision, string Type, ReadOnlyMemory<byte> Data, EventMetadata Metadata)
{
    /// <summary>The event itself, in its present form, or what is left of it.</summary>
    /// <exception cref="UnreadableEventException">This build cannot read it.</exception>
    internal IArchiveEvent Happened() => EventCatalogue.Deserialize(Type, Data.Span, Stream);
}
