using Archive.Postgres;
using Npgsql;

namespace Archive.Evidence;

/// <summary>The table of what events keep by reference, in the content store's schema.</summary>
internal static class KeptTables
{
    public const string Kept = $"{ContentTables.Schema}.kept";

    /// <summary>
    /// Neither compression nor statistics of content: a sample of its values would outlive their erasure; and no index has it. <c>holders</c> counts the tries of one command
    /// that may still append it, until one has.
    /// </summary>
    private static readonly string[] EnsureSql =
    [
        $"create schema if not exists {ContentTables.Schema}",
        $"""
        create table if not exists {Kept} (
            digest text primary key,
            kind text not null,
            salt bytea not null,
            content bytea not null,
            stream text not null,
            captures text[] not null,
            command uuid not null,
            kept_at timestamptz not null default clock_timestamp(),
            holders integer not null default 1,
            confirmed boolean not null default false)
        """,
        $"alter table {Kept} alter column salt set statistics 0, alter column content set statistics 0, alter column content set storage external",
        $"create index if not exists kept_command on {Kept} (command)",
        $"create index if not exists kept_stream on {Kept} (stream)",
        $"create index if not exists kept_captures on {Kept} using gin (captures)",
        $"create index if not exists kept_unconfirmed on {Kept} (kept_at) where not confirmed",
    ];

    /// <summary>One transaction makes all of it: where the table is, its indexes are.</summary>
    public static Task EnsureAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        TableCreation.EnsureAsync(database, Kept, EnsureSql, cancellationToken);
}
