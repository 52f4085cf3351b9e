using System.Text.Json.Serialization;
using Archive.EventLog;
using Archive.LogCopies;

namespace Archive.Backups;

/// <summary>A line of a backup: one event as the log holds it, of the form of <c>schemas/backup/event.v1.schema.json</c>.</summary>
/// <param name="Entry">Its number in the ledger.</param>
/// <param name="Position">Its place in the log that the backup is of; a restored log gives it another.</param>
/// <param name="Id">Its id.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Revision">Its place in the stream, from 0.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Data">Its stored JSON.</param>
/// <param name="Metadata">What is stored beside it, its salts included.</param>
/// <param name="LeafHash">Leaf hash of its entry, lower-case hex.</param>
internal sealed record BackupEvent(
    long Entry,
    LogPosition Position,
    Guid Id,
    string Stream,
    long Revision,
    string Type,
    [property: JsonConverter(typeof(JsonAsStored))] ReadOnlyMemory<byte> Data,
    EventMetadata Metadata,
    string LeafHash)
{
    public LoggedEvent ToLogged() => new(Position, Id, Stream, Revision, Type, Data, Metadata);

    public NumberedEvent ToNumbered() => new(Entry, ToLogged(), LeafHash);
}
