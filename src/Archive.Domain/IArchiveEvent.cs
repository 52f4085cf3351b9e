namespace Archive.Domain;

/// <summary>A fact that was decided, immutable once appended. Its stored name is in <see cref="Events.EventCatalogue"/>.</summary>
public interface IArchiveEvent
{
    /// <summary>The stream that the event belongs to, see <see cref="StreamName"/>.</summary>
    string Stream { get; }

    /// <summary>
    /// Every other stream that the event names: what it is about, cites or points to. Kept in the metadata, so that an event whose
    /// words were erased can still be placed.
    /// </summary>
    IEnumerable<string> References { get; }
}
