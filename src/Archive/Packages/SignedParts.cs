using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>The two signed parts of a package. Each is read as far as it can be, so that what it vouches for is checked even where its signature is wrong.</summary>
/// <param name="Checkpoint">What the proofs lead to.</param>
/// <param name="Statement">What the package is to hold.</param>
/// <param name="Signers">The trusted keys that signed both.</param>
/// <param name="CheckpointNote">As it is in the bag.</param>
/// <param name="StatementNote">As it is in the bag.</param>
internal sealed record SignedParts(
    Checkpoint? Checkpoint, BagStatement? Statement, IReadOnlyList<VerifierKey> Signers, SignedNote? CheckpointNote, SignedNote? StatementNote)
{
    /// <summary>In bytes: a statement names every file.</summary>
    private const int MaxLength = 256 << 20;

    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>Whether a file is not what it was when the package was signed, as the statement has it.</summary>
    public bool IsChanged(string path) => _changed.Contains(path);

    public static async Task<SignedParts> ReadAsync(CheckedBag bag, IReadOnlyCollection<VerifierKey> keys, CancellationToken cancellationToken)
    {
        var (checkpointNote, checkpointSigners) = await NoteAsync(bag, BagNames.Checkpoint, BagCheck.Checkpoint, keys, cancellationToken);
        var checkpoint = checkpointNote is not null && Checkpoint.TryParse(checkpointNote.Text, out var read) ? read : null;
        if (checkpointNote is not null && checkpoint is null)
            bag.Findings.Add(BagCheck.Checkpoint, BagNames.Checkpoint, "It is no checkpoint: name, size and root, a line each.");
        var (statementNote, statementSigners) = await NoteAsync(bag, BagNames.Statement, BagCheck.Statement, keys, cancellationToken);
        var statement = statementNote is not null && BagStatement.TryParse(statementNote.Text, out var stated) ? stated : null;
        if (statementNote is not null && statement is null)
            bag.Findings.Add(BagCheck.Statement, BagNames.Statement, $"It is no statement of this version: '{BagStatement.FirstLine}' and a line of canonical JSON.");
        if (statementNote is { Signatures.Count: not 1 })
            bag.Findings.Add(BagCheck.Statement, BagNames.Statement, $"It has {statementNote.Signatures.Count} signatures; a statement has one, so that none can be put beside it.");
        var parts = new SignedParts(checkpoint, statement, [.. checkpointSigners.Where(statementSigners.Contains)], checkpointNote, statementNote);
        parts.Check(bag);
        return parts;
    }

    private void Check(CheckedBag bag)
    {
        if (Statement is null)
            return;
        if (Checkpoint is not null && Checkpoint.Size < Statement.Entry)
            bag.Findings.Add(BagCheck.Checkpoint, BagNames.Checkpoint, $"It is of {Checkpoint.Size:N0} entries, and the statement is as of entry {Statement.Entry:N0}.");
        foreach (var (path, digest) in Statement.Files)
        {
            if (!bag.Tree.Files.ContainsKey(path))
                bag.Findings.Add(BagCheck.Statement, path, "It was in the package when that was signed, and is missing.");
            else if (bag.Digests.GetValueOrDefault(path) is { } found && found != digest && _changed.Add(path))
                bag.Findings.Add(BagCheck.Statement, path, $"Its SHA-256 is {found}; when the package was signed it was {digest}.");
        }

        foreach (var path in bag.Tree.Files.Values.Where(file => file.IsPayload && file.Path != BagNames.Statement && !Statement.Files.ContainsKey(file.Path)).Select(file => file.Path).Order(StringComparer.Ordinal))
            bag.Findings.Add(BagCheck.Statement, path, "It was not in the package when that was signed.");
    }

    private static async Task<(SignedNote? Note, IReadOnlyList<VerifierKey> Signers)> NoteAsync(
        CheckedBag bag, string path, BagCheck check, IReadOnlyCollection<VerifierKey> keys, CancellationToken cancellationToken)
    {
        if (bag.Tree.Files.GetValueOrDefault(path) is not { } file || await BagDigests.ReadAsync(file, MaxLength, bag.Findings, cancellationToken) is not { } bytes)
            return (null, []);
        if (!SignedNote.TryParse(bytes, out var note, out var problem))
        {
            bag.Findings.Add(check, path, problem);
            return (null, []);
        }

        if (!note.TryVerify(keys, out var signers, out problem))
        {
            bag.Findings.Add(check, path, problem);
            return (note, []);
        }

        // A witness vouches for a checkpoint beside the log's own key, never in its place.
        VerifierKey[] own = [.. signers.Where(key => key.Type == NoteKeyType.Ed25519)];
        if (own.Length == 0)
            bag.Findings.Add(check, path, "Only witnesses signed it, of the keys that were given. Give the log's own key.");
        return (note, own);
    }
}
