using System.Text.Json;
using Archive.Domain.Events;
using Npgsql;

namespace Archive.EventLog;

/// <summary>Rows of Marten's event table as they are stored.</summary>
internal static class MartenRows
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public static string Select(MartenLogTables tables) =>
        $"select seq_id, id, stream_id, version, type, data, headers -> '{EventMetadataJson.Header}' from {tables.Events}";

    public static string StreamOf(NpgsqlDataReader reader) => reader.GetString(2);

    /// <exception cref="UnreadableEventException">The row has no metadata of the archive.</exception>
    public static LoggedEvent Read(NpgsqlDataReader reader)
    {
        var sequence = reader.GetInt64(0);
        return new LoggedEvent(
            new LogPosition(sequence, sequence),
            reader.GetGuid(1),
            StreamOf(reader),
            reader.GetInt64(3) - 1,
            reader.GetString(4),
            reader.GetFieldValue<byte[]>(5),
            ReadMetadata(reader));
    }

    private static EventMetadata ReadMetadata(NpgsqlDataReader reader)
    {
        try
        {
            if (!reader.IsDBNull(6) && EventMetadataJson.Read(reader.GetFieldValue<byte[]>(6)) is { } metadata)
                return metadata;
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"The metadata of {Named(reader)} cannot be read: {e.Message}", e);
        }

        throw new UnreadableEventException($"There is no metadata of the archive beside {Named(reader)}: it was not written by the archive.");
    }

    private static string Named(NpgsqlDataReader reader) =>
        $"event {reader.GetGuid(1)} of type {reader.GetString(4)} in the stream {StreamOf(reader)}, revision {reader.GetInt64(3) - 1}";
}
