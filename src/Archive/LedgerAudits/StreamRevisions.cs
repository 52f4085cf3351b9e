using System.Globalization;
using Archive.EventLog;
using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>The last entry of each stream that a batch goes on with, and whether its events go on from there.</summary>
internal sealed class StreamRevisions(NpgsqlDataSource database, GenerationStore generation)
{
    /// <param name="after">The entry that the events stand behind.</param>
    /// <param name="events">The events.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<(IReadOnlyDictionary<string, long> Entries, LedgerDifference? FirstWrong)> ReadAsync(long after, IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var (entries, revisions) = (new Dictionary<string, long>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        await using var command = database.CreateCommand(
            $"""
            select asked.stream, last.id, last.data ->> 'revision'
            from unnest($1) as asked (stream)
            cross join lateral (select id, data from {generation.Entries} where stream = asked.stream and id <= $2 order by id desc limit 1) as last
            """);
        command.Parameters.Add(new() { Value = events.Select(logged => logged.Stream).Distinct(StringComparer.Ordinal).ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Varchar });
        command.Parameters.Add(new() { Value = after });
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                entries[reader.GetString(0)] = reader.GetInt64(1);
                // Where it is no number the entry was changed, and is named as what it is.
                revisions[reader.GetString(0)] = !reader.IsDBNull(2) && long.TryParse(reader.GetString(2), CultureInfo.InvariantCulture, out var revision) ? revision : -1;
            }
        }

        for (var i = 0; i < events.Count; i++)
        {
            var logged = events[i];
            var expected = revisions.GetValueOrDefault(logged.Stream, -1) + 1;
            if (logged.Revision != expected)
            {
                return (entries, new LedgerDifference(
                    LedgerPart.Event,
                    DifferenceKind.Misplaced,
                    $"The event {logged.Id} is revision {logged.Revision} of the stream {logged.Stream}, which is at {expected - 1} there.",
                    LedgerDifference.RestoreLog,
                    after + i + 1,
                    logged.Id,
                    logged.Stream,
                    Expected: $"{expected}",
                    Found: $"{logged.Revision}"));
            }

            revisions[logged.Stream] = logged.Revision;
        }

        return (entries, null);
    }
}
