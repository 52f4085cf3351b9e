using Archive.Access;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Erasures;
using Archive.Domain.Sources;
using Archive.Snapshots;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Carries out one order to erase: evaluates as of its entry whether a hold precedes it, then takes everything away in one transaction and records what
/// became of it. Interrupted, it did nothing, and is begun again.
/// </summary>
internal sealed class Destruction(NpgsqlDataSource database, ReadModels readModels, CaptureHolders holders)
{
    /// <summary>Bytes that were put more than once have lain under other numbers before.</summary>
    private static readonly string DropContentSql =
        $"""
        with gone as (delete from {ContentTables.Contents} where digest = $1 returning number, former),
            emptied as (delete from {ContentTables.Chunks} where content in (select number from gone))
        {ContentTables.TouchedBy("(select unnest(former || number) from gone)")}
        """;

    private const string DropQuotesSql = $"with gone as (delete from {KeptTables.Kept} where captures @> $1 returning digest) select digest from gone";

    /// <summary>Quotes go with their captures, not with the claim.</summary>
    private const string DropKeptSql = $"with gone as (delete from {KeptTables.Kept} where digest = any($1) and kind <> 'quote' returning digest) select digest from gone";

    private const string RecordSql =
        $"""
        insert into {ErasureTables.Destructions} (stream, number, entry, outcome, digests, words, because, tables, deleted_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, pg_current_xact_id()) on conflict (stream, number) do nothing
        """;

    /// <summary>Those who could destroy nothing because somebody else still had the bytes have what they asked for now.</summary>
    private const string ReleaseSql = $"update {ErasureTables.Destructions} set outcome = 'destroyed' where outcome = 'shared' and digests @> $1";

    public async Task RunAsync(PendingErasure erasure, CancellationToken cancellationToken)
    {
        var order = erasure.Order;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (order.Capture is { } digest)
            await CaptureTurn.DestroyAsync(connection, TextsOf(erasure, digest).Append(digest).Distinct(StringComparer.Ordinal), cancellationToken);
        var holds = await FindHoldsAsync(erasure, cancellationToken);
        if (holds.Count > 0)
            await RecordAsync(connection, erasure, ErasureOutcome.Held, [], 0, holds.Select(held => $"{held.Subject}#{held.Hold.Number}"), [], cancellationToken);
        else if (order.Capture is { } capture)
            await DestroyCaptureAsync(connection, erasure, StreamName.IdOf(order.Subject), capture, cancellationToken);
        else
            await DestroyWordsAsync(connection, erasure, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task DestroyCaptureAsync(NpgsqlConnection connection, PendingErasure erasure, string source, string capture, CancellationToken cancellationToken)
    {
        var others = (await holders.FindAsync(cancellationToken)).Where(held => held.Source != source || held.Capture.Digest != capture).ToArray();
        var sharing = others.Where(held => held.Capture.Digest == capture || held.Capture.Text?.Digest == capture).Select(held => StreamName.OfSource(held.Source)).Distinct(StringComparer.Ordinal).ToArray();
        if (sharing.Length > 0)
        {
            await RecordAsync(connection, erasure, ErasureOutcome.Shared, [capture], 0, sharing, [], cancellationToken);
            return;
        }

        var gone = TextsOf(erasure, capture).Where(text => !others.Any(held => held.Capture.Digest == text || held.Capture.Text?.Digest == text)).Prepend(capture).Distinct(StringComparer.Ordinal).ToArray();
        var tables = new HashSet<string>(StringComparer.Ordinal);
        // First the names: whoever keeps words of the capture holds them, and has committed its words when they are let go.
        foreach (var digest in gone)
            tables.UnionWith(await ReadAsync(connection, DropContentSql, cancellationToken, digest));
        var words = await ReadAsync(connection, DropQuotesSql, cancellationToken, (object)new[] { capture });
        await ReadAsync(connection, ReleaseSql, cancellationToken, (object)new[] { capture });
        await RecordAsync(connection, erasure, ErasureOutcome.Destroyed, gone, words.Count, [], [.. tables, KeptTables.Kept], cancellationToken);
    }

    private static async Task DestroyWordsAsync(NpgsqlConnection connection, PendingErasure erasure, CancellationToken cancellationToken)
    {
        var gone = await ReadAsync(connection, DropKeptSql, cancellationToken, (object)KeptByEvents.UpTo(erasure).ToArray());
        await RecordAsync(connection, erasure, ErasureOutcome.Destroyed, gone, gone.Count, [], [KeptTables.Kept], cancellationToken);
    }

    /// <summary>The texts that were taken out of the capture.</summary>
    private static IEnumerable<string> TextsOf(PendingErasure erasure, string capture) => erasure.Past
        .Select(logged => logged.Happened()).OfType<SourceCaptured>()
        .Where(captured => captured.Capture.Digest == capture).Select(captured => captured.Capture.Text?.Digest).OfType<string>();

    private async Task<ValueList<HoldInForce>> FindHoldsAsync(PendingErasure erasure, CancellationToken cancellationToken)
    {
        var answered = await readModels.AskAsync<ValueList<HoldInForce>>(
            new AsOf.Entry(erasure.Entry),
            Asker.Itself,
            async snapshot => new Outcome<ValueList<HoldInForce>>.Ok(await HeldThings.FindAsync(snapshot, erasure.Order.Subject, erasure.Order.Capture)),
            cancellationToken);
        return ((Outcome<ValueList<HoldInForce>>.Ok)answered).Value;
    }

    private static Task RecordAsync(
        NpgsqlConnection connection,
        PendingErasure erasure,
        ErasureOutcome outcome,
        IEnumerable<string> digests,
        int words,
        IEnumerable<string> because,
        IEnumerable<string> tables,
        CancellationToken cancellationToken) =>
        ReadAsync(
            connection,
            RecordSql,
            cancellationToken,
            erasure.Order.Subject,
            erasure.Order.Number,
            erasure.Entry,
            outcome.ToString().ToLowerInvariant(),
            digests.ToArray(),
            words,
            because.ToArray(),
            tables.ToArray());

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetValue(0) as string ?? "");
        return rows;
    }
}
