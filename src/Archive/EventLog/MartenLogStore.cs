using Archive.Domain.Events;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace Archive.EventLog;

/// <summary>Marten's event store in the schema <c>archive_log</c>, holding our events under our names; used to append and to make the tables.</summary>
internal sealed class MartenLogStore(NpgsqlDataSource database) : IDisposable
{
    public const string Schema = "archive_log";

    /// <summary>The one header that stands beside each event: its <see cref="EventMetadata"/>.</summary>
    public const string MetadataHeader = "archive";

    private readonly Lazy<DocumentStore> _store = new(() => DocumentStore.For(options =>
    {
        options.Connection(database);
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Serializer(new ArchiveSerializer());
        options.Events.DatabaseSchemaName = Schema;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in EventCatalogue.Types)
            options.Events.MapEventType(type, name);
    }));

    public DocumentStore Store => _store.Value;

    public void Dispose()
    {
        if (_store.IsValueCreated)
            _store.Value.Dispose();
    }
}
