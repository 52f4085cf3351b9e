using Archive.Domain.Events;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace Archive.EventLog;

/// <summary>Marten's event store in the schema <c>archive_log</c>, holding our events under our names; used to append and to make the tables.</summary>
internal sealed class MartenLogStore : IDisposable
{
    public const string Schema = "archive_log";

    /// <summary>The one header that stands beside each event: its <see cref="EventMetadata"/>.</summary>
    public const string MetadataHeader = "archive";

    /// <summary>
    /// The stream of Marten's placeholders for numbers that a failed append drew. It writes them later and without the append lock, before or
    /// behind what was read already. They are no events: whatever reads the log leaves them out.
    /// </summary>
    public const string PlaceholderStream = "mt_tombstone";

    private readonly NpgsqlDataSource _database;

    /// <summary>Leads nowhere: so that what Marten would write beside the append's own transaction, the placeholders, is not written.</summary>
    private readonly NpgsqlDataSource _nowhere = NpgsqlDataSource.Create("Host=/nonexistent;Username=nobody;Database=none");

    private readonly Lazy<DocumentStore> _store;

    public MartenLogStore(NpgsqlDataSource database)
    {
        _database = database;
        _store = new Lazy<DocumentStore>(() => Make(_nowhere));
    }

    /// <summary>For sessions in a transaction that they are given; no others can be opened.</summary>
    public DocumentStore Store => _store.Value;

    public async Task CreateTablesAsync()
    {
        await using var store = Make(_database);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
    }

    public void Dispose()
    {
        if (_store.IsValueCreated)
            _store.Value.Dispose();
        _nowhere.Dispose();
    }

    private static DocumentStore Make(NpgsqlDataSource database) => DocumentStore.For(options =>
    {
        options.Connection(database);
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Serializer(new ArchiveSerializer());
        // A statement that failed has ended the group's transaction, and often its connection: asked again in it, as Marten would, it hides why.
        options.ConfigureWritePolly(_ => { });
        options.Events.DatabaseSchemaName = Schema;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in EventCatalogue.Types)
            options.Events.MapEventType(type, name);
    });
}
