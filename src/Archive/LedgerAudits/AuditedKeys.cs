using Archive.Domain.Ledger.Notes;
using Archive.Ledger;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>The keys by which an audit verifies checkpoints, and the log names that they are of.</summary>
internal sealed class AuditedKeys
{
    private readonly List<(string Log, VerifierKey Verifier, long Since, long? Until, bool Lost)> _named = [];
    private readonly LedgerHead _head;

    private AuditedKeys(LedgerHead head, IReadOnlyList<VerifierKey> given, IReadOnlyList<CheckpointNote> brought)
    {
        (_head, Brought) = (head, brought);
        Logs = [.. (head.Predecessors ?? []).Select(former => former.Name).Append(head.LogName).Distinct(StringComparer.Ordinal)];
        Trusted = given;
    }

    /// <summary>The log names under which there are checkpoints.</summary>
    public IReadOnlyList<string> Logs { get; }

    /// <summary>Those that whoever audits trusts, or where they name none the ledger's own.</summary>
    public IReadOnlyList<VerifierKey> Trusted { get; private set; }

    /// <summary>Checkpoints that whoever audits brings along.</summary>
    public IReadOnlyList<CheckpointNote> Brought { get; }

    /// <returns>The keys, and what is wrong with those that the ledger names.</returns>
    public static async Task<(AuditedKeys Keys, LedgerDifference? Wrong)> ReadAsync(
        NpgsqlDataSource database, LedgerHead head, IReadOnlyList<VerifierKey> given, IReadOnlyList<CheckpointNote> brought, CancellationToken cancellationToken)
    {
        var keys = new AuditedKeys(head, given, brought);
        await using var command = database.CreateCommand($"select log, number, verifier, since, until, lost from {LedgerTables.Keys} order by log, number");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (log, number) = ("", 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            number = reader.GetString(0) == log ? number + 1 : 1;
            log = reader.GetString(0);
            if (!keys.Logs.Contains(log, StringComparer.Ordinal))
                return (keys, Of(log, number, $"The ledger names a key of the log {log}, which it neither is nor goes on from."));
            if (reader.GetInt32(1) != number)
                return (keys, Of(log, number, $"The ledger named a key number {number} of {log}, and it is not there; the next is number {reader.GetInt32(1)}.") with { Kind = DifferenceKind.Missing });
            if (!VerifierKey.TryParse(reader.GetString(2), out var verifier) || verifier.Name != log)
                return (keys, Of(log, number, $"The key number {number} of {log} is no key of that name."));
            keys._named.Add((log, verifier, reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.GetBoolean(5)));
        }

        if (given.Count == 0)
            keys.Trusted = [.. keys._named.Select(key => key.Verifier)];
        return (keys, null);
    }

    /// <summary>The last entry of a log that this one goes on from; null for the present one.</summary>
    public long? LastEntryOf(string log) => log == _head.LogName ? null : _head.Predecessors?.FirstOrDefault(former => former.Name == log)?.LastEntry;

    /// <summary>The first of some signers that the ledger names, and not for checkpoints of that size.</summary>
    public VerifierKey? FirstOutOfTime(string log, long size, IEnumerable<VerifierKey> signers) =>
        signers.FirstOrDefault(signer => _named.Exists(key => key.Log == log && key.Verifier.Equals(signer) && (size < key.Since || size > key.Until)));

    /// <summary>The first signature under a log's own name by a key that is not among those that the ledger names.</summary>
    public NoteSignature? FirstUnnamed(string log, SignedNote note) =>
        note.Signatures.FirstOrDefault(signature => signature.Name == log && !_named.Exists(key => key.Log == log && signature.IsOf(key.Verifier)));

    /// <summary>
    /// The first key that should have signed a checkpoint of a size and did not. At the very entry at which a key was named, who signed before it was may have been the only one; one
    /// that was lost may have been missed for long.
    /// </summary>
    public VerifierKey? FirstMissing(string log, long size, SignedNote note) =>
        _named.Find(key => key.Log == log && !key.Lost && size > key.Since && !(size > key.Until) && !note.Signatures.Any(signature => signature.IsOf(key.Verifier))).Verifier;

    private static LedgerDifference Of(string log, int number, string detail) =>
        new(LedgerPart.Key, DifferenceKind.Changed, detail, LedgerDifference.AskWitnesses, Document: $"{log} {number}");
}
