using Archive.Domain;
using Archive.Domain.Erasures;
using Npgsql;

namespace Archive.Evidence;

/// <summary>Reads what became of orders to erase.</summary>
internal sealed class ErasureRecords(NpgsqlDataSource database)
{
    public const string SelectSql =
        $"select stream, number, entry, outcome, digests, words, because, carried_out_at, wiped_at, out_of_reach from {ErasureTables.Destructions}";

    /// <summary>A capture's own digest stands first, those of its texts behind it.</summary>
    private const string OfCapture = "outcome = 'destroyed' and stream like 'source/%'";

    public Task PrepareAsync(CancellationToken cancellationToken) => ErasureTables.EnsureAsync(database, cancellationToken);

    public async Task<ErasureRecord?> FindAsync(string subject, long entry, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SelectSql + " where stream = $1 and entry = $2");
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = entry });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>Numbers of a stream's erasures that destroyed nothing.</summary>
    public async Task<IReadOnlySet<int>> FindInVainAsync(string subject, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select number from {ErasureTables.Destructions} where stream = $1 and outcome in ('held', 'shared')");
        command.Parameters.Add(new() { Value = subject });
        var numbers = new HashSet<int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    /// <summary>Whether the bytes of any capture were destroyed.</summary>
    public async Task<bool> AnyCaptureAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select exists (select from {ErasureTables.Destructions} where {OfCapture})");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Whether the bytes of this capture were.</summary>
    public async Task<bool> IsDestroyedAsync(string capture, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select exists (select from {ErasureTables.Destructions} where {OfCapture} and digests[1] = $1)");
        command.Parameters.Add(new() { Value = capture });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public static ErasureRecord Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetInt64(2),
        Enum.Parse<ErasureOutcome>(row.GetString(3), ignoreCase: true),
        row.GetFieldValue<string[]>(4).ToValueList(),
        row.GetInt32(5),
        row.GetFieldValue<string[]>(6).ToValueList(),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        [.. OutOfReach.Always, .. row.GetFieldValue<string[]>(9)]);
}
