using System.Globalization;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.Ledger;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>The signed heads of the tree, as an audit compares them: those that are kept, and those that whoever audits brings along.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="keys">The keys that signed them.</param>
/// <param name="tree">The tree at the entry where the audit begins.</param>
/// <param name="made">How many were compared before.</param>
internal sealed class CheckpointComparison(NpgsqlDataSource database, AuditedKeys keys, GrowingTree tree, long made)
{
    /// <summary>How many kept ones were compared.</summary>
    public long Made { get; private set; } = made;

    /// <summary>Goes on with the tree, and compares each checkpoint when the tree has its size.</summary>
    public async Task<LedgerDifference?> FindAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var kept = await ReadAsync(tree.Size, entries[^1].Id, cancellationToken);
        var next = 0;
        LedgerDifference? found = null;
        foreach (var entry in entries)
        {
            tree.Append(Sha256Digest.Parse(entry.LeafHash));
            for (; next < kept.Count && kept[next].Size == tree.Size; next++)
                found ??= Check(kept[next]);
            foreach (var brought in keys.Brought.Where(brought => brought.Checkpoint.Size == tree.Size))
                found ??= CheckRoot(brought.Checkpoint, $"the checkpoint of entry {tree.Size} that you gave");
        }

        tree.TakeFilled();
        Made += kept.Count;
        return found;
    }

    private async Task<List<Row>> ReadAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select log, size, root, note from {LedgerTables.Checkpoints} where log = any($1) and size > $2 and size <= $3 order by size, log");
        command.Parameters.Add(new() { Value = keys.Logs.ToArray() });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new Row(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3)));
        return rows;
    }

    private LedgerDifference? Check(Row row)
    {
        var name = $"the kept checkpoint of entry {row.Size}";
        if (!SignedNote.TryParse(row.Note, out var note, out var problem))
            return Of(row.Size, name, problem);
        if (!Checkpoint.TryParse(note.Text, out var checkpoint))
            return Of(row.Size, name, "Its text is no checkpoint.");
        if (checkpoint.Origin != row.Log || checkpoint.Size != row.Size || !row.Root.AsSpan().SequenceEqual(checkpoint.Root.ToArray()))
            return Of(row.Size, name, $"Its row says another log, size or root than what was signed: {checkpoint.Origin}, {checkpoint.Size}, {checkpoint.Root}.");
        if (keys.LastEntryOf(row.Log) is { } last && row.Size > last)
            return Of(row.Size, name, $"It is of the log {row.Log}, which ended with entry {last}.");
        if (!note.TryVerify(keys.Trusted, out var signers, out problem))
            return Of(row.Size, name, problem);
        if (keys.FirstOutOfTime(row.Log, row.Size, signers) is { } key)
            return Of(row.Size, name, $"It is signed by {key.Name} ({key.Id:x8}), which the ledger did not sign with then.");
        if (keys.FirstUnnamed(row.Log, note) is { } unnamed)
            return Of(row.Size, name, $"It is signed by {unnamed.Name} ({unnamed.KeyId:x8}), which the ledger does not name.");
        if (keys.FirstMissing(row.Log, row.Size, note) is { } missing)
            return Of(row.Size, name, $"It lacks the signature of {missing.Name} ({missing.Id:x8}), with which the ledger signed then.");
        return CheckRoot(checkpoint, name);
    }

    private LedgerDifference? CheckRoot(Checkpoint checkpoint, string name)
    {
        var root = tree.ToRoot();
        return checkpoint.Root == root ? null : Of(checkpoint.Size, name, "The tree of the entries in the log has another root.") with { Expected = checkpoint.Root.ToString(), Found = root.ToString() };
    }

    private static LedgerDifference Of(long size, string name, string problem) => new(
        LedgerPart.Checkpoint, DifferenceKind.Changed, $"{char.ToUpperInvariant(name[0])}{name[1..]} does not hold. {problem}", LedgerDifference.AskWitnesses, size, Document: size.ToString(CultureInfo.InvariantCulture));

    private sealed record Row(string Log, long Size, byte[] Root, string Note);
}
