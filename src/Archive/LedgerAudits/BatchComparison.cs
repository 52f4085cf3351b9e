using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>Everything that is asked of the tables about one batch, in one round trip. Every question is answered by its first difference, or by nothing.</summary>
internal sealed class BatchComparison
{
    private readonly List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read)> _questions = [];
    private readonly List<LedgerDifference> _found = [];
    private readonly List<LedgerDifference> _added = [];

    /// <summary>Asks for rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">What it should have, in order.</param>
    /// <param name="expected">See <see cref="RowTable{TRow}.FindDiffering"/>.</param>
    /// <param name="name">Says of a difference of the row at a place what it is.</param>
    public void Rows<TRow>(RowTable<TRow> table, IReadOnlyList<TRow> rows, Func<string, string?> expected, Func<int, LedgerDifference, LedgerDifference> name)
    {
        if (rows.Count == 0)
            return;
        var columns = table.Columns.ToArray();
        Ask(table.FindDiffering(rows, expected), row =>
        {
            var (should, there) = (row.GetFieldValue<string?[]>(2), row.GetFieldValue<string?[]>(3));
            var isMissing = row.GetBoolean(1);
            var difference = LedgerDifference.OfRow(LedgerPart.Entry, isMissing ? DifferenceKind.Missing : DifferenceKind.Changed, "", should[0]!);
            if (isMissing)
                return name((int)row.GetInt64(0), difference with { Detail = $"The row {difference.Document} is not there." });
            var differing = Enumerable.Range(0, columns.Length).Where(i => should[i] != there[i]).ToArray();
            var members = differing.SelectMany(i => columns[i] == "data" ? DocumentDifference.MembersOf(should[i]!, there[i]!) : [columns[i]]).ToArray();
            var plain = Array.Find(differing, i => columns[i] != "data");
            return name((int)row.GetInt64(0), difference with
            {
                Members = members,
                Expected = columns[plain] != "data" && differing.Contains(plain) ? should[plain] : null,
                Found = columns[plain] != "data" && differing.Contains(plain) ? there[plain] : null,
                Detail = $"The row {difference.Document} is not what its event makes: {string.Join(", ", members)}.",
            });
        });
    }

    /// <summary>Asks for what differs; the first row of the answer is turned into a difference.</summary>
    public void Ask(NpgsqlBatchCommand question, Func<NpgsqlDataReader, LedgerDifference?> first) => _questions.Add((question, row =>
    {
        if (row.Read() && first(row) is { } difference)
            _found.Add(difference);
    }));

    /// <summary>Asks, and hands over all rows.</summary>
    public void AskAll(NpgsqlBatchCommand question, Action<NpgsqlDataReader> each) => _questions.Add((question, row =>
    {
        while (row.Read())
            each(row);
    }));

    /// <summary>Something that was found without asking; of one entry what is asked for comes first.</summary>
    public void Add(LedgerDifference difference) => _added.Add(difference);

    /// <returns>That of the first entry; of one entry, the first that was asked for.</returns>
    public async Task<LedgerDifference?> RunAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await RunAsync(connection, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync(NpgsqlDataSource, CancellationToken)"/>
    public async Task<LedgerDifference?> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_questions.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
            foreach (var (command, _) in _questions)
                batch.BatchCommands.Add(command);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var (_, read) in _questions)
            {
                read(reader);
                await reader.NextResultAsync(cancellationToken);
            }
        }

        return _found.Concat(_added).OrderBy(difference => difference.Entry ?? long.MaxValue).FirstOrDefault();
    }
}
