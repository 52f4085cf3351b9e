using Google.Protobuf;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// An event in the double's log. <see cref="Position"/> is the offset of its record, <see cref="End"/> that of the next one. The server has written
/// no commit records since version 20: an event's commit and prepare positions are both the offset of its own record.
/// </summary>
internal sealed record DoubleEvent(
    long Position, long End, string Stream, long Revision, Guid Id, string Type, bool IsJson, ByteString Data, ByteString Metadata, long CreatedTicks);
