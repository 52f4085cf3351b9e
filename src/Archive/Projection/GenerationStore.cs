using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;
using JasperFx;
using Marten;
using Npgsql;

namespace Archive.Projection;

/// <summary>One generation of read models: Marten documents in a schema of their own, so that a new one can be filled beside it.</summary>
internal sealed class GenerationStore : IDisposable
{
    private readonly Lazy<DocumentStore> _store;

    public GenerationStore(NpgsqlDataSource database, int number)
    {
        Number = number;
        Tables = new GenerationTables(this);
        _store = new Lazy<DocumentStore>(() => DocumentStore.For(options => Configure(options, database, Schema)));
    }

    public int Number { get; }

    public string Schema => SchemaOf(Number);

    public DocumentStore Store => _store.Value;

    /// <summary>The same tables, as rows to write.</summary>
    public GenerationTables Tables { get; }

    public static string SchemaOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"archive_g{number}");

    public string Heads => $"{Schema}.mt_doc_ledger_head";

    public string Faults => $"{Schema}.mt_doc_projection_fault";

    public string RecordVersions => $"{Schema}.mt_doc_record_version";

    public string AuthorityVersions => $"{Schema}.mt_doc_authority_version";

    public string SourceVersions => $"{Schema}.mt_doc_source_version";

    public string ClaimVersions => $"{Schema}.mt_doc_claim_version";

    public string ActorVersions => $"{Schema}.mt_doc_actor_version";

    public string KeyVersions => $"{Schema}.mt_doc_key_version";

    public string Entries => $"{Schema}.mt_doc_ledger_entry";

    public string Tiles => $"{Schema}.ledger_tile";

    public string References => $"{Schema}.mt_doc_stream_reference";

    public void Dispose()
    {
        if (_store.IsValueCreated)
            _store.Value.Dispose();
    }

    private static void Configure(StoreOptions options, NpgsqlDataSource database, string schema)
    {
        options.Connection(database);
        options.DatabaseSchemaName = schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Serializer(new ArchiveSerializer());
        // Sent again, as Marten would, a batch runs on a new connection with statements that were prepared on the broken one; the loop tries anew.
        options.ConfigureWritePolly(_ => { });
        Versions<RecordVersion, Domain.Records.HappeningRecord>(options, "record_version");
        Versions<AuthorityVersion, Domain.Authorities.Authority>(options, "authority_version");
        Versions<SourceVersion, Domain.Sources.Source>(options, "source_version");
        Versions<ClaimVersion, Domain.Claims.Claim>(options, "claim_version")
            .Duplicate(x => x.Record, notNull: true);
        Versions<ActorVersion, Domain.Access.Actor>(options, "actor_version");
        Versions<KeyVersion, Domain.Access.ApiKey>(options, "key_version");
        Document<LedgerEntry>(options, "ledger_entry")
            .Duplicate(x => x.Stream, notNull: true)
            .Duplicate(x => x.RecordedAt, notNull: true);
        Document<StreamReference>(options, "stream_reference")
            .Duplicate(x => x.FromStream, notNull: true)
            .Duplicate(x => x.ToStream, notNull: true)
            .Duplicate(x => x.FirstEntry, notNull: true);
        options.Schema.For<LedgerHead>().DocumentAlias("ledger_head").DatabaseSchemaName(schema)
            .UseNumericRevisions(true).Metadata(metadata => metadata.Revision.MapTo(x => x.Revision));
        options.Schema.For<ProjectionFault>().DocumentAlias("projection_fault").DatabaseSchemaName(schema);
    }

    private static MartenRegistry.DocumentMappingExpression<TVersion> Versions<TVersion, TState>(StoreOptions options, string alias)
        where TVersion : Version<TState>
        where TState : class =>
        Document<TVersion>(options, alias)
            .Duplicate(x => x.Stream, notNull: true)
            .Duplicate(x => x.FromEntry, notNull: true)
            .Duplicate(x => x.ToEntry, notNull: true)
            .Duplicate(x => x.Node, notNull: true)
            .Duplicate(x => x.StreamDigest, notNull: true);

    /// <summary>Documents that are written in sets: without what Marten adds for writing them one by one.</summary>
    private static MartenRegistry.DocumentMappingExpression<TDocument> Document<TDocument>(StoreOptions options, string alias)
        where TDocument : class =>
        options.Schema.For<TDocument>().DocumentAlias(alias)
            .DatabaseSchemaName(options.DatabaseSchemaName)
            .Metadata(metadata => metadata.DisableInformationalFields());
}
