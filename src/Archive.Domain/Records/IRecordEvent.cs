namespace Archive.Domain.Records;

/// <summary>An event in the stream of a record.</summary>
public interface IRecordEvent : IArchiveEvent
{
    /// <summary>Id of the record.</summary>
    string Record { get; }

    string IArchiveEvent.Stream => StreamName.OfRecord(Record);

    IEnumerable<string> IArchiveEvent.References => [];
}
