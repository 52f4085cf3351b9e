namespace Archive.Domain.Records;

/// <summary>An event in the stream of a record.</summary>
public interface IRecordEvent : IArchiveEvent
{
    /// <summary>Id of the record.</summary>
    string Record { get; }

    /// <summary>What the record is about from now on.</summary>
    RecordDescription Description { get; }

    string IArchiveEvent.Stream => StreamName.OfRecord(Record);

    IEnumerable<string> IArchiveEvent.References => Description.Places.Select(StreamName.OfAuthority);
}
