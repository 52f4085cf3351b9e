using Archive.Domain.Events;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// Marten's event store in a schema of the log's own, holding our events under our names. It makes the tables and says what stands in them; it
/// appends nothing (docs/decisions/0001), for what it would write beside the append's own transaction would be written without the append lock.
/// </summary>
internal sealed class MartenLogStore(NpgsqlDataSource database, MartenLogTables tables)
{
    /// <summary>
    /// The stream of Marten's placeholders for numbers that a failed append drew: former builds appended through it, and it wrote them later and
    /// without the append lock. They are no events: whatever reads the log leaves them out.
    /// </summary>
    public const string PlaceholderStream = "mt_tombstone";

    /// <summary>
    /// The stream of what the log says of itself: that it was closed. None of it is an entry, and none of our streams has such a name, which all have
    /// a stroke in them.
    /// </summary>
    public const string ControlStream = "control";

    /// <summary>Key of the append lock, "ARCHLOG1"; every process that appends must use the same.</summary>
    public const long AppendLock = 0x415243484C4F4731;

    public async Task CreateTablesAsync()
    {
        await using var store = Open(database, tables);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
    }

    /// <summary>The store itself: to make the tables, and to hold what we write against what it would.</summary>
    public static DocumentStore Open(NpgsqlDataSource database, MartenLogTables tables) => DocumentStore.For(options =>
    {
        options.Connection(database);
        options.DatabaseSchemaName = tables.Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Serializer(new ArchiveSerializer());
        options.Events.DatabaseSchemaName = tables.Schema;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in EventCatalogue.Types)
            options.Events.MapEventType(type, name);
    });
}
