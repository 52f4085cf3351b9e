using Archive.Postgres;
using Npgsql;

namespace Archive.Evidence;

/// <summary>The table of what became of orders to erase, in the content store's schema: a rebuild of read models never touches it.</summary>
internal static class ErasureTables
{
    public const string Destructions = $"{ContentTables.Schema}.destruction";

    /// <summary>
    /// <c>tables</c> are those that have to be written anew before nothing is left on the disk, <c>deleted_by</c> the transaction that deleted, and
    /// <c>wiped_at</c> when that was done.
    /// </summary>
    private const string EnsureSql =
        $"""
        create table if not exists {Destructions} (
            stream text not null,
            number integer not null,
            entry bigint not null,
            outcome text not null,
            digests text[] not null,
            words integer not null,
            because text[] not null,
            tables text[] not null,
            deleted_by xid8,
            carried_out_at timestamptz not null default clock_timestamp(),
            wiped_at timestamptz,
            out_of_reach text[] not null default array[]::text[],
            primary key (stream, number))
        """;

    public static Task EnsureAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        TableCreation.EnsureAsync(database, Destructions, [EnsureSql], cancellationToken);
}
