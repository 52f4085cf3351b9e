namespace Archive.Domain.Records;

/// <summary>The description of a record was replaced by a better one.</summary>
public sealed record RecordDescribed(string Record, RecordDescription Description, string Words, string? Decided = null) : IRecordEvent
{
    IEnumerable<string> IArchiveEvent.References => Description.Places.Select(StreamName.OfAuthority);
}
