using Archive.Domain.Records;

namespace Archive.Domain.Erasures;

/// <summary>An event in the stream of a record whose words were erased.</summary>
public sealed record ErasedRecordEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : ErasedEvent(Stream, Name, Was, Payload), IRecordEvent
{
    public string Record => Id;

    public RecordDescription Description => HappeningRecord.ErasedDescription;
}
