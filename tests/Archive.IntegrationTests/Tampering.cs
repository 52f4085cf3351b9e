using System.Text.Json.Nodes;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;
using Google.Protobuf;
using Npgsql;

namespace Archive.IntegrationTests;

/// <summary>Changes what the suite's log holds behind the archive's back, as only somebody can who has the server's disk in hand.</summary>
/// <param name="database">Connection string of the archive's read models.</param>
internal sealed class Tampering(string database)
{
    private string Prefix { get; } = TestLog.PrefixOf(database) + ":";

    /// <param name="stream">Every event of it, which is one more often than not.</param>
    /// <param name="change">What is to be there; null for nothing, which only a stream's last event can become.</param>
    public async Task ChangeAsync(string stream, Func<KeptEvent, KeptEvent?> change)
    {
        if (TestLog.IsOnEventStoreDb)
        {
            var changed = false;
            (await TestLog.DoubleAsync()).Log.Tamper(there => there.Stream == Prefix + stream, there => { changed = true; return Changed(there, change); });
            changed.ShouldBeTrue();
            return;
        }

        var kept = new List<(long Sequence, KeptEvent Kept)>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using (var select = Command(connection, "select seq_id, id, stream_id, version - 1, type, data::text, headers::text from archive_log.mt_events where stream_id = $1 order by seq_id", stream))
        await using (var reader = await select.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                kept.Add((reader.GetInt64(0), new KeptEvent(reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4), reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6))));
        }

        kept.ShouldNotBeEmpty();
        foreach (var (sequence, there) in kept)
        {
            await using var command = change(there) is { } changed
                ? Command(
                    connection,
                    "update archive_log.mt_events set id = $2, stream_id = $3, version = $4 + 1, type = $5, data = $6::jsonb, headers = nullif($7, '')::jsonb where seq_id = $1",
                    sequence, changed.Id, changed.Stream, changed.Revision, changed.Type, changed.Data, changed.Metadata ?? "")
                : Command(connection, "delete from archive_log.mt_events where seq_id = $1", sequence);
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        }
    }

    public async Task<KeptEvent> FindAsync(string stream)
    {
        KeptEvent? found = null;
        await ChangeAsync(stream, there => found = there);
        return found!;
    }

    /// <summary>Another title of a source.</summary>
    public Task RetitleAsync(string source) => ChangeAsync($"source/{source}", there =>
    {
        var data = JsonNode.Parse(there.Data)!;
        data["description"]!["title"] = "another";
        return there with { Data = data.ToJsonString() };
    });

    /// <summary>Gives the log another id.</summary>
    /// <returns>The one that it had.</returns>
    public async Task<Guid> ExchangeIdAsync(Guid another)
    {
        var had = Guid.Empty;
        if (TestLog.IsOnEventStoreDb)
        {
            await ChangeAsync("control", there =>
            {
                var data = JsonNode.Parse(there.Data)!;
                had = data["id"]!.GetValue<Guid>();
                data["id"] = another;
                return there with { Data = data.ToJsonString() };
            });
            return had;
        }

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using (var ask = Command(connection, "select log_id from archive_log.identity"))
            had = (Guid)(await ask.ExecuteScalarAsync())!;
        await using var command = Command(connection, "update archive_log.identity set log_id = $1", another);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        return had;
    }

    /// <summary>Makes a restored log one whose restore was not finished.</summary>
    /// <param name="from">Digest of the backup's manifest.</param>
    public async Task UnfinishAsync(string from)
    {
        if (TestLog.IsOnEventStoreDb)
        {
            await ChangeAsync("control", there => there.Type == LogFilled.EventType ? null : there);
            return;
        }

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = Command(connection, "update archive_log.identity set restoring = $1", from);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    private DoubleEvent? Changed(DoubleEvent there, Func<KeptEvent, KeptEvent?> change) =>
        change(new KeptEvent(there.Id, there.Stream[Prefix.Length..], there.Revision, there.Type, there.Data.ToStringUtf8(), there.Metadata.ToStringUtf8())) is { } changed
            ? there with
            {
                Id = changed.Id,
                Stream = Prefix + changed.Stream,
                Revision = changed.Revision,
                Type = changed.Type,
                Data = ByteString.CopyFromUtf8(changed.Data),
                Metadata = ByteString.CopyFromUtf8(changed.Metadata ?? ""),
            }
            : null;

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
