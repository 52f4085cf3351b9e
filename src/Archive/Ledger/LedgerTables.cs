using Archive.Postgres;
using Npgsql;

namespace Archive.Ledger;

/// <summary>
/// What was signed, and by which keys; apart from generations, so that a rebuild never touches it. Rows are added. Of a key only its retirement is added
/// later, of a checkpoint only signatures.
/// </summary>
internal static class LedgerTables
{
    /// <summary>Public keys by log name, in the order of their numbers.</summary>
    public const string Keys = "archive.ledger_key";

    /// <summary>One note for each size under a log name; <c>root</c> is what its text says.</summary>
    public const string Checkpoints = "archive.ledger_checkpoint";

    /// <summary>How many checkpoints are kept under a log name: one that is gone is missed.</summary>
    public const string Counts = "archive.ledger_checkpoint_count";

    public static Task EnsureAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => TableCreation.EnsureAsync(
        database,
        Counts,
        [
            "create schema if not exists archive",
            $"""
            create table if not exists {Keys} (
                log text not null,
                number integer not null check (number > 0),
                verifier text not null unique,
                since bigint not null,
                made_at timestamptz not null,
                until bigint,
                retired_at timestamptz,
                lost boolean not null default false,
                primary key (log, number))
            """,
            $"""
            create table if not exists {Checkpoints} (
                log text not null,
                number bigint not null,
                size bigint not null check (size > 0),
                root bytea not null check (length(root) = 32),
                note text not null,
                signed_at timestamptz not null,
                primary key (log, size),
                unique (log, number))
            """,
            $"create table if not exists {Counts} (log text primary key, checkpoints bigint not null)",
        ],
        cancellationToken);
}
