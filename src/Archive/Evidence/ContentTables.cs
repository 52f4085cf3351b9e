using Archive.Postgres;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// The tables of the content store in PostgreSQL: <c>content</c>, a row of which makes bytes visible, and <c>chunk</c>, which has them in pieces
/// under a number of their own, because their digest is known only when the last one is written.
/// </summary>
internal static class ContentTables
{
    public const string Schema = "archive_content";

    public const string Contents = $"{Schema}.content";

    public const string Chunks = $"{Schema}.chunk";

    public const string Numbers = $"{Schema}.content_number";

    /// <summary>
    /// In bytes. PostgreSQL cuts what is longer than a page's quarter into pieces of 2 kB by itself, so that a larger chunk spares only rows and messages:
    /// beyond 64 KiB the rate no longer rises, and the reader, the writer and the server each hold a few chunks at once.
    /// </summary>
    public const int ChunkSize = 64 * 1024;

    /// <summary>
    /// Into how many tables the chunks are spread, a content's all in one: to erase a content from the disk its table is written anew, and that is to be
    /// a small part of the store.
    /// </summary>
    private const int Partitions = 64;

    /// <summary>
    /// No compression (most captures are compressed already), no foreign key (checked row by row; one transaction writes both), and no statistics of
    /// content: the sample of its values would outlive their erasure.
    /// </summary>
    private static readonly string[] EnsureSql =
    [
        $"create schema if not exists {Schema}",
        $"create sequence if not exists {Numbers}",
        $"""
        create table if not exists {Chunks} (content bigint not null, number integer not null, bytes bytea not null, primary key (content, number))
            partition by hash (content)
        """,
        .. Enumerable.Range(0, Partitions).Select(n => $"create table if not exists {Chunks}_{n:00} partition of {Chunks} for values with (modulus {Partitions}, remainder {n})"),
        $"alter table {Chunks} alter column bytes set storage external, alter column bytes set statistics 0",
        $"""
        create table if not exists {Contents} (
            digest text primary key, number bigint not null, length bigint not null, used_at timestamptz not null default clock_timestamp())
        """,
    ];

    /// <summary>One transaction makes all of them: where the last one is, they all are.</summary>
    public static Task EnsureAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => TableCreation.EnsureAsync(
        database,
        async () =>
        {
            await using var command = database.CreateCommand($"select to_regclass('{Contents}') is not null");
            return await command.ExecuteScalarAsync(cancellationToken) is true;
        },
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var sql in EnsureSql)
                batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);
}
