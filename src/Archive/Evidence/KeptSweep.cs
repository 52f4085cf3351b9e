using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.EventLog;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Finds out what became of kept rows whose append was interrupted: they are confirmed where an event in their stream names them, and go where none
/// does and nobody can append it any more.
/// </summary>
internal sealed class KeptSweep(NpgsqlDataSource database, IEventLog log, KeptStore store)
{
    /// <summary>By then no append of theirs is under way.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private const int MostAtOnce = 1_000;

    /// <param name="late">How long ago a row must have been written, by the database's clock.</param>
    /// <param name="cancellationToken">Stops before the next stream.</param>
    /// <returns>How many rows went.</returns>
    public async Task<int> RunAsync(TimeSpan late, CancellationToken cancellationToken)
    {
        var gone = 0;
        foreach (var rows in (await FindAsync(late, cancellationToken)).GroupBy(row => row.Stream, row => row.Digest, StringComparer.Ordinal))
        {
            var named = NamedBy(await log.ReadStreamAsync(rows.Key, cancellationToken));
            var (appended, left) = (rows.Where(named.Contains).ToArray(), rows.Where(digest => !named.Contains(digest)).ToArray());
            await store.ConfirmAsync(appended, cancellationToken);
            gone += await DeleteAsync(left, late, cancellationToken);
        }

        return gone;
    }

    /// <summary>Digests of everything that events keep by reference, and of the fingerprints of their commands.</summary>
    public static HashSet<string> NamedBy(IEnumerable<LoggedEvent> events)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var logged in events)
        {
            if (logged.Happened() is IHoldsWords<IArchiveEvent> whole)
                named.UnionWith(whole.KeptDigests());
            if (WordKeeping.DigestOfFingerprint(logged.Metadata.Fingerprint) is { } fingerprint)
                named.Add(fingerprint);
        }

        return named;
    }

    private async Task<List<(string Digest, string Stream)>> FindAsync(TimeSpan late, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select digest, stream from {KeptTables.Kept} where not confirmed and kept_at < clock_timestamp() - $1 order by kept_at limit {MostAtOnce}");
        command.Parameters.Add(new() { Value = late });
        var rows = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    /// <summary>A repeat of the command that came meanwhile counts as a new holder, and keeps its rows.</summary>
    private async Task<int> DeleteAsync(string[] digests, TimeSpan late, CancellationToken cancellationToken)
    {
        if (digests.Length == 0)
            return 0;
        await using var command = database.CreateCommand($"delete from {KeptTables.Kept} where digest = any($1) and not confirmed and kept_at < clock_timestamp() - $2");
        command.Parameters.Add(new() { Value = digests });
        command.Parameters.Add(new() { Value = late });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
