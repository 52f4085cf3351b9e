using Archive.Domain;
using Archive.Domain.Events;

namespace Archive.EventLog;

/// <summary>An event on its way into the log. What is stored of it is written once, by whoever first asks how large it is.</summary>
/// <param name="id">See <see cref="EventId"/>.</param>
/// <param name="type">Its stored name.</param>
/// <param name="happened">The event itself.</param>
/// <param name="metadata">What is stored beside it.</param>
public sealed class NewEvent(Guid id, string type, IArchiveEvent happened, EventMetadata metadata)
{
    private byte[]? _data;
    private byte[]? _headers;

    public Guid Id => id;

    public string Type => type;

    public IArchiveEvent Event => happened;

    public EventMetadata Metadata => metadata;

    /// <summary>The event's JSON, UTF-8, as <see cref="EventCatalogue.Serialize"/> writes it.</summary>
    internal byte[] StoredData => _data ??= EventCatalogue.Serialize(happened);

    /// <summary>The headers that Marten keeps beside it, UTF-8: one, which is the metadata.</summary>
    internal byte[] StoredHeaders => _headers ??= EventMetadataJson.WriteAsHeader(metadata);
}
