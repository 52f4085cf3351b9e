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
    /// The tables of chunks that have, or had, a piece of contents with these numbers, <c>numbers</c> being an expression; and those in which anything lies that
    /// was deleted or rolled back, which may be the same bytes in another try. What autovacuum has made room of since cannot be found by this.
    /// </summary>
    public static string TouchedBy(string numbers) =>
        $"""
        select '{Chunks}_' || to_char(n, 'FM00') from generate_series(0, {Partitions - 1}) n
        where exists (select from {numbers} as touched (number) where satisfies_hash_partition('{Chunks}'::regclass, {Partitions}, n, touched.number))
            or coalesce(pg_stat_get_dead_tuples(('{Chunks}_' || to_char(n, 'FM00'))::regclass), 0) > 0
        """;

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
            digest text primary key, number bigint not null, length bigint not null, used_at timestamptz not null default clock_timestamp(),
            former bigint[] not null default array[]::bigint[])
        """,
    ];

    /// <summary>One transaction makes all of them: where the last one is, they all are.</summary>
    public static Task EnsureAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        TableCreation.EnsureAsync(database, Contents, EnsureSql, cancellationToken);
}
