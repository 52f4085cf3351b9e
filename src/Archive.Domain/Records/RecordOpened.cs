namespace Archive.Domain.Records;

/// <summary>The archive began a record of a happening.</summary>
public sealed record RecordOpened(string Record, RecordDescription Description, string? Decided = null) : IRecordEvent
{
    IEnumerable<string> IArchiveEvent.References => Description.Places.Select(StreamName.OfAuthority);
}
