using Archive.Domain;

namespace Archive.EventLog;

/// <summary>An event on its way into the log.</summary>
/// <param name="Id">See <see cref="EventId"/>.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Event">The event itself; stored as <see cref="Domain.Events.EventCatalogue.Serialize"/> writes it.</param>
/// <param name="Metadata">What is stored beside it.</param>
public sealed record NewEvent(Guid Id, string Type, IArchiveEvent Event, EventMetadata Metadata);
