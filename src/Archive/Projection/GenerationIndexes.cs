using Archive.Access;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// The indexes of a generation. Marten would give each duplicated column one of its own, which every write pays for and no question asks for; so its
/// indexes go, and those that the questions need are made here: at once for a generation that lives, after the rows for one that is filled from zero.
/// </summary>
internal static class GenerationIndexes
{
    /// <summary>Of a version whose claim has proposals that wait; a question repeats it to the letter, so that its index is used.</summary>
    public const string HasOpenProposals = "(data #> '{state,openProposals}') is not null";

    /// <summary>Of a version that a proposal's event made.</summary>
    public const string IsOfProposal = "(data #> '{change,proposal}') is not null";

    /// <summary>Drops what Marten made for each duplicated column, and the primary keys of the tables that are filled by COPY.</summary>
    public static async Task DropMartensAsync(NpgsqlConnection connection, GenerationStore generation, CancellationToken cancellationToken)
    {
        await using var drop = new NpgsqlCommand(
            $"""
            do $$
            declare
                statement text;
            begin
                for statement in
                    select format('drop index %I.%I', schemaname, indexname) from pg_indexes
                    where schemaname = '{generation.Schema}'
                      and not exists (select from pg_constraint where conindid = format('%I.%I', schemaname, indexname)::regclass)
                loop
                    execute statement;
                end loop;
            end $$;
            {string.Join('\n', Copied(generation).Select(table => $"alter table {table} drop constraint {KeyOf(table)};"))}
            """,
            connection);
        await drop.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes the indexes, and tells the planner what is in the tables; but for the documents, of which no question asks and a sample would outlive their erasure.</summary>
    public static async Task CreateAsync(NpgsqlConnection connection, GenerationStore generation, CancellationToken cancellationToken)
    {
        string[] statements =
        [
            // Sorting a million keys in the server's default of 64 MB goes by way of the disk.
            "set maintenance_work_mem = '256MB'",
            .. Of(generation),
            "reset maintenance_work_mem",
            .. TablesOf(generation).Select(table => $"alter table {table} alter column data set statistics 0"),
            $"analyze {string.Join(", ", TablesOf(generation))}",
        ];
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string[] TablesOf(GenerationStore generation) => [.. Copied(generation), generation.References];

    private static string[] Copied(GenerationStore generation) =>
        [generation.RecordVersions, generation.AuthorityVersions, generation.SourceVersions, generation.ClaimVersions, generation.ActorVersions, generation.KeyVersions, generation.Entries];

    /// <summary>The name that Marten gives a table's primary key.</summary>
    private static string KeyOf(string table) => $"pkey_{table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..]}_id";

    private static IEnumerable<string> Of(GenerationStore generation) =>
    [
        .. Copied(generation).Select(table => $"alter table {table} add constraint {KeyOf(table)} primary key (id)"),
        OfVersions(generation.RecordVersions),
        OfVersions(generation.AuthorityVersions),
        OfVersions(generation.SourceVersions),
        OfVersions(generation.ClaimVersions),
        OfVersions(generation.ActorVersions),
        OfVersions(generation.KeyVersions),
        // A record as of an entry: its versions under the few nodes over that entry, whatever the history is. See EntryTree.
        $"create index on {generation.ClaimVersions} (record, node, from_entry, to_entry)",
        // What governs things now: few have anything, whatever the archive holds. See HeadGovernance.
        Governed(generation.RecordVersions, "stream"),
        Governed(generation.SourceVersions, "stream"),
        Governed(generation.ClaimVersions, "stream"),
        Governed(generation.ClaimVersions, "record"),
        // The queue of proposals, and what happened to each; see docs/decisions/0018.
        $"create index on {generation.ClaimVersions} (node, from_entry, to_entry) where {HasOpenProposals}",
        $"create index on {generation.ClaimVersions} (stream, from_entry) where {IsOfProposal}",
        $"create index on {generation.Entries} (stream, id)",
        $"create index on {generation.Entries} (recorded_at)",
        $"create index on {generation.Entries} (id) where {Evidence.PendingErasures.IsOrder}",
        $"create index on {generation.References} (from_stream, first_entry)",
        $"create index on {generation.References} (to_stream, first_entry)",
    ];

    private static string Governed(string table, string column) => $"create index on {table} ({column}) where {HeadGovernance.Governed}";

    /// <summary>A stream as of an entry, its history, and the version of it that is open.</summary>
    private static string OfVersions(string table) => $"create index on {table} (stream, from_entry, to_entry)";
}
