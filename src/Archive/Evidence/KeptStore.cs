using System.Text;
using Archive.Commands;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// What events keep by reference: words that may have to go one day, each under a salted digest. A row is durable before its event is appended; until
/// the event is in the log the row is unconfirmed, and <see cref="KeptSweep"/> takes away what nobody appended.
/// </summary>
internal sealed class KeptStore(NpgsqlDataSource database, ISaltSource salts)
{
    /// <summary>Nothing is acknowledged before it is durable, whatever the server's default. Two tries of one command take turns, and the second finds the rows of the first.</summary>
    private const string BeginSql =
        """
        select set_config('synchronous_commit', case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, true),
            pg_advisory_xact_lock(hashtextextended('archive kept ' || $1, 0))
        """;

    /// <summary>Whoever takes a capture's bytes away waits for this transaction, and then finds its rows; whoever has taken them is seen here.</summary>
    private const string HoldSql = $"select digest from {ContentTables.Contents} where digest = any($1) order by digest for key share";

    private const string FindOwnSql = $"select digest, salt, content from {KeptTables.Kept} where command = $1 and stream = $2 order by digest";

    private const string ReuseSql = $"update {KeptTables.Kept} set holders = holders + 1, kept_at = clock_timestamp() where digest = any($1) returning digest";

    private const string InsertSql =
        $$"""
        insert into {{KeptTables.Kept}} (digest, kind, salt, content, stream, captures, command)
        select digest, kind, salt, content, $5, coalesce(string_to_array(nullif(captures, ''), ' '), '{}'), $6 from unnest($1, $2, $3, $4, $7) as added (digest, kind, salt, content, captures)
        """;

    public Task PrepareAsync(CancellationToken cancellationToken) => KeptTables.EnsureAsync(database, cancellationToken);

    /// <summary>
    /// Keeps what a command's events are to name. A repeat of the command is given the digests of the first try: whichever of the two gets into the log, its words are there.
    /// </summary>
    /// <returns>The digests in the order of the drafts; null where a capture that they go with is no longer there.</returns>
    public async Task<IReadOnlyList<string>?> KeepAsync(string stream, Guid command, IReadOnlyList<KeptDraft> drafts, CancellationToken cancellationToken)
    {
        // Whoever reads it checks the digest of the very bytes.
        drafts = drafts.Select(draft => draft with { Content = CanonicalOf(draft.Content) }).ToArray();
        var captures = drafts.SelectMany(draft => draft.Captures).Distinct(StringComparer.Ordinal).ToArray();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var begin = Command(connection, BeginSql, command.ToString("N")))
            await begin.ExecuteNonQueryAsync(cancellationToken);
        if (captures.Length > 0 && (await ReadAsync(Command(connection, HoldSql, [captures]), row => row.GetString(0), cancellationToken)).Count < captures.Length)
            return null;
        var digests = await ReuseAsync(connection, stream, command, drafts, cancellationToken);
        var added = Enumerable.Range(0, drafts.Count).Where(i => digests[i] is null).Select(i => (At: i, Draft: drafts[i], Salt: salts.Next(), Content: Encoding.UTF8.GetBytes(drafts[i].Content))).ToArray();
        foreach (var (at, _, salt, content) in added)
            digests[at] = KeptDigest.Of(salt, content).ToString();
        if (added.Length > 0)
        {
            await using var insert = Command(
                connection,
                InsertSql,
                added.Select(row => digests[row.At]!).ToArray(),
                added.Select(row => row.Draft.Kind.ToString().ToLowerInvariant()).ToArray(),
                added.Select(row => row.Salt).ToArray(),
                added.Select(row => row.Content).ToArray(),
                stream,
                command,
                added.Select(row => string.Join(' ', row.Draft.Captures)).ToArray());
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return digests!;
    }

    /// <summary>What they are kept for is in the log.</summary>
    public Task ConfirmAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken) =>
        RunAsync([$"update {KeptTables.Kept} set confirmed = true where digest = any($1) and not confirmed"], digests, cancellationToken);

    /// <summary>One try to append what they are kept for is over, in vain. Where no other is under way, they go.</summary>
    public Task TakeBackAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken) => RunAsync(
        [
            $"update {KeptTables.Kept} set holders = holders - 1 where digest = any($1) and not confirmed",
            $"delete from {KeptTables.Kept} where digest = any($1) and not confirmed and holders <= 0",
        ],
        digests,
        cancellationToken);

    /// <summary>SHA-256 of the captures with which some go.</summary>
    public async Task<IReadOnlyList<string>> FindCapturesAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        if (digests.Count == 0)
            return [];
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(
            Command(connection, $"select distinct unnest(captures) from {KeptTables.Kept} where digest = any($1)", [digests.ToArray()]), row => row.GetString(0), cancellationToken);
    }

    /// <summary>The content of those that are there, by digest.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        if (digests.Count == 0)
            return NoneKept;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await ReadAsync(Command(connection, FindSql, [digests.ToArray()]), ReadRow, cancellationToken);
        return rows.ToDictionary(row => row.Digest, row => row.Content, StringComparer.Ordinal);
    }

    /// <summary>Those of some digests, <c>$1</c>, that are there.</summary>
    public const string FindSql = $"select digest, salt, content from {KeptTables.Kept} where digest = any($1)";

    public static readonly IReadOnlyDictionary<string, string> NoneKept = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <param name="row">Digest, salt and content.</param>
    /// <exception cref="WordsAlteredException">They are not what the digest says.</exception>
    public static KeptRow ReadRow(NpgsqlDataReader row) => KeptRow.Read(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));

    /// <returns>For each draft the digest under which an earlier try of the same command keeps the same; null where none does.</returns>
    private static async Task<string?[]> ReuseAsync(
        NpgsqlConnection connection, string stream, Guid command, IReadOnlyList<KeptDraft> drafts, CancellationToken cancellationToken)
    {
        var digests = new string?[drafts.Count];
        var own = (await ReadAsync(Command(connection, FindOwnSql, command, stream), ReadRow, cancellationToken))
            .GroupBy(row => row.Content, row => row.Digest, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => new Queue<string>(rows), StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
            digests[i] = own.GetValueOrDefault(drafts[i].Content)?.TryDequeue(out var digest) == true ? digest : null;
        var found = digests.OfType<string>().ToArray();
        if (found.Length == 0)
            return digests;
        // A row that was taken back since it was read is kept anew.
        var reused = (await ReadAsync(Command(connection, ReuseSql, [found]), row => row.GetString(0), cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return Array.ConvertAll(digests, digest => digest is not null && reused.Contains(digest) ? digest : null);
    }

    private static string CanonicalOf(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private async Task RunAsync(string[] statements, IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        if (digests.Count == 0)
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement) { Parameters = { new() { Value = digests.ToArray() } } });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(read(reader));
            return rows;
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
