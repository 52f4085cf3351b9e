using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Takes what stood in dropped tables out of the database's files. The files of a table go with the next checkpoint; samples of its values stand on in the
/// catalog, and what was deleted in the table it was deleted from, until these are written anew; the write-ahead log is as in <see cref="DestroyedFiles"/>.
/// </summary>
internal sealed class DroppedFiles(NpgsqlDataSource database)
{
    private const string Statistics = "the catalog of a PostgreSQL server whose superuser the archive is not: it may hold samples of the words (vacuum full pg_statistic)";

    /// <returns>What is out of reach.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var left = new List<string>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Without the right, VACUUM passes a table over and only warns.
        await using (var asked = new NpgsqlCommand("select rolsuper from pg_roles where rolname = current_user", connection))
        {
            if (await asked.ExecuteScalarAsync(cancellationToken) is not true)
                left.Add(Statistics);
        }

        foreach (var table in (string[])[.. left.Count == 0 ? ["pg_catalog.pg_statistic"] : Array.Empty<string>(), KeptTables.Kept])
        {
            try
            {
                await using var vacuum = new NpgsqlCommand($"vacuum (full) {table}", connection) { CommandTimeout = 0 };
                await vacuum.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                left.Add(OutOfReach.NotOwner);
            }
        }

        return [.. left, .. await DestroyedFiles.CleanLogAsync(connection, cancellationToken)];
    }
}
