using System.Globalization;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;

namespace Archive.Publications;

/// <summary>
/// A second party, who believes a log nothing: it takes a checkpoint only where the log signed it and where it is proved to go on from the largest one that it saw
/// before, remembers it, and then may say so by its own signature (C2SP tlog-cosignature). Needs nothing of an archive.
/// </summary>
/// <param name="memory">The folder of what it saw, which nobody else may write.</param>
/// <param name="logKeys">The keys of the log, at least one; each has the log's name.</param>
/// <param name="key">Its own key; null where it only looks.</param>
/// <param name="clock">Tells the time of a cosignature.</param>
public sealed class Witness(string memory, IReadOnlyCollection<VerifierKey> logKeys, SigningKey? key, TimeProvider clock)
{
    private readonly string _log = logKeys.Select(logKey => logKey.Name).Distinct(StringComparer.Ordinal).Single();

    /// <summary>Looks at a published log.</summary>
    /// <exception cref="PublishedLogAwayException">It cannot be read just now.</exception>
    public Task<Outcome<WitnessedCheckpoint>> LookAsync(IPublishedLog log, CancellationToken cancellationToken) => SeeAsync(
        async () => await log.FindAsync(PublicationLayout.Checkpoint, CheckpointNote.MaxLength, cancellationToken)
            ?? throw new PublishedLogAwayException("The published log has no file checkpoint. Is it the folder or address that the log was published at?"),
        (seen, now) => ProveByTilesAsync(log, seen, now, cancellationToken),
        cancellationToken);

    /// <summary>Judges a checkpoint that somebody brought.</summary>
    /// <param name="note">The signed note.</param>
    /// <param name="proof">That it goes on from what was seen; null where none was brought.</param>
    /// <param name="cancellationToken">Stops; what was remembered stays.</param>
    public Task<Outcome<WitnessedCheckpoint>> JudgeAsync(ReadOnlyMemory<byte> note, BroughtProof? proof, CancellationToken cancellationToken) =>
        SeeAsync(() => Task.FromResult(note), (seen, now) => Task.FromResult(ProveByProof(seen, now, proof)), cancellationToken);

    private async Task<Outcome<WitnessedCheckpoint>> SeeAsync(
        Func<Task<ReadOnlyMemory<byte>>> readAsync, Func<Checkpoint?, Checkpoint, Task<Refusal?>> proveAsync, CancellationToken cancellationToken)
    {
        try
        {
            // Before anything is read: a checkpoint that was read first could be taken for a rollback by what another process saw meanwhile.
            using var remembered = await WitnessMemory.OpenAsync(memory, _log, clock, cancellationToken);
            var (note, now) = Read(await readAsync());
            var seen = remembered.Find(now.Origin);
            var refusal = seen?.Checkpoint is { } before && now.Size <= before.Size
                ? now.Size < before.Size ? Rollback(before, now) : now.Root != before.Root ? SplitView(before, now) : null
                : await proveAsync(seen?.Checkpoint, now);
            if (refusal is not null)
                return new Outcome<WitnessedCheckpoint>.Refused(refusal.Code is SplitViewCode or RollbackCode ? WithEvidence(refusal, seen!.Value.Note, remembered.KeepEvidence(now, note)) : refusal);
            if (key is not null && note.Signatures.Count >= SignedNote.MaxSignatures)
                return new Outcome<WitnessedCheckpoint>.Refused(Full(now));
            var isNew = seen is null || now.Size > seen.Value.Checkpoint.Size;
            if (isNew)
                remembered.Keep(note);
            var at = clock.GetUtcNow();
            var cosigned = key is null ? note : note.With([key.Cosign(note.Text, at)]);
            return new Outcome<WitnessedCheckpoint>.Ok(new WitnessedCheckpoint(
                now.Origin, now.Size, Convert.ToBase64String(now.Root.ToArray()), at, seen?.Checkpoint.Size, isNew, key?.Verifier.Name, cosigned.ToString()));
        }
        catch (PublicationRefusedException refused)
        {
            return new Outcome<WitnessedCheckpoint>.Refused(refused.Refusal);
        }
    }

    private (SignedNote Note, Checkpoint Checkpoint) Read(ReadOnlyMemory<byte> bytes)
    {
        if (!SignedNote.TryParse(bytes.Span, out var note, out var problem))
            throw new PublicationRefusedException("checkpoint-malformed", $"It is no signed note. {problem} Take the checkpoint as the log publishes it.");
        if (!Checkpoint.TryParse(note.Text, out var checkpoint))
            throw new PublicationRefusedException("checkpoint-malformed", "It is a signed note, but its text is no checkpoint: name, size and root, a line each.");
        if (checkpoint.Origin != _log)
            throw new PublicationRefusedException("checkpoint-other-log", $"It is a checkpoint of {checkpoint.Origin}; the key that was given is of {_log}. Give the key of that log, or the checkpoint of this one.");
        if (!note.TryVerify(logKeys, out _, out problem))
            throw new PublicationRefusedException("checkpoint-signature-wrong", $"The log's key did not sign this checkpoint of {checkpoint.Origin}, entry {checkpoint.Size}. {problem} It is not remembered, and nothing is signed.");
        // Its line is added anew: who takes another's for a later one would keep the older time.
        return (key is null ? note : note with { Signatures = [.. note.Signatures.Where(signature => !signature.IsOf(key.Verifier))] }, checkpoint);
    }

    /// <summary>The tiles must lead to the signed root first; where they then lead to another root than the one that was seen, the log shows two histories.</summary>
    private static async Task<Refusal?> ProveByTilesAsync(IPublishedLog log, Checkpoint? seen, Checkpoint now, CancellationToken cancellationToken)
    {
        var whole = new TreeRange(0, now.Size);
        if (seen is null or { Size: 0 })
            return (await PublishedTiles.ReadAsync(log, now.Size, [whole], cancellationToken)).HashOf(whole) == now.Root ? null : TilesWrong(now);
        var before = new TreeRange(0, seen.Size);
        var tiles = await PublishedTiles.ReadAsync(log, now.Size, [before, .. ConsistencyProof.RangesFor(seen.Size, now.Size)], cancellationToken);
        var formerRoot = tiles.HashOf(before);
        if (!ConsistencyProof.From(seen.Size, now.Size, tiles).Proves(formerRoot, now.Root))
            return TilesWrong(now);
        return formerRoot == seen.Root ? null : SplitView(seen, now);
    }

    private static Refusal? ProveByProof(Checkpoint? seen, Checkpoint now, BroughtProof? proof)
    {
        if (seen is null or { Size: 0 })
            return null;
        if (proof is null)
        {
            return new Refusal(
                "witness-proof-missing",
                string.Create(CultureInfo.InvariantCulture, $"Entries up to {seen.Size} of {now.Origin} were seen; this checkpoint is of entry {now.Size}, and no proof that it goes on from there was given. Bring a consistency proof from {seen.Size} to {now.Size} with --proof."));
        }

        if ((proof.FormerSize ?? seen.Size) != seen.Size || (proof.Size ?? now.Size) != now.Size)
        {
            return new Refusal(
                "witness-proof-other",
                string.Create(CultureInfo.InvariantCulture, $"The proof goes from entry {proof.FormerSize} to {proof.Size}; what is needed is one from {seen.Size}, the largest that was seen, to {now.Size}."));
        }

        return new ConsistencyProof(seen.Size, now.Size, proof.Hashes).Proves(seen.Root, now.Root)
            ? null
            : new Refusal(
                "witness-proof-wrong",
                string.Create(CultureInfo.InvariantCulture, $"The proof does not show that entry {now.Size} of {now.Origin} goes on from entry {seen.Size} as it was seen. Either it is not the right proof, or the log shows two histories: ask the log for another, and if there is none, show both checkpoints to others. Nothing is signed."));
    }

    private const string SplitViewCode = "log-split-view";

    private const string RollbackCode = "log-rolled-back";

    private static Refusal SplitView(Checkpoint seen, Checkpoint now) => new(
        SplitViewCode,
        string.Create(
            CultureInfo.InvariantCulture,
            $"SPLIT VIEW: {now.Origin} shows two histories. Seen before: entries up to {seen.Size}, root {Root(seen)}. Shown now: entries up to {now.Size}, root {Root(now)}, which does not go on from it: an entry up to {seen.Size} was changed, dropped or slipped in. Both are signed by the log's key."));

    private static Refusal Rollback(Checkpoint seen, Checkpoint now) => new(
        RollbackCode,
        string.Create(
            CultureInfo.InvariantCulture,
            $"ROLLBACK: {now.Origin} showed entries up to {seen.Size}, root {Root(seen)}, and now shows only those up to {now.Size}, root {Root(now)}. An old copy is served, or entries were taken away. Both are signed by the log's key."));

    private static Refusal WithEvidence(Refusal refusal, string seen, string now) =>
        refusal with { Message = $"{refusal.Message} Nothing is signed; what was seen stands. The proof is kept: {seen} and {now}. Show both to others who watch this log, and to whoever runs it." };

    private static Refusal Full(Checkpoint now) => new(
        "cosignatures-full",
        string.Create(CultureInfo.InvariantCulture, $"The checkpoint of {now.Origin}, entry {now.Size}, has {SignedNote.MaxSignatures} signatures, and no reader takes more. Nothing is signed; take the note as the log gave it, before so many witnesses signed."));

    private static Refusal TilesWrong(Checkpoint now) => new(
        "published-tile-wrong",
        string.Create(CultureInfo.InvariantCulture, $"The tiles that {now.Origin} publishes do not lead to the root that it signed for entry {now.Size}: a tile was changed or is of another log. What was seen before stands. Tell whoever publishes the log."));

    private static string Root(Checkpoint checkpoint) => Convert.ToBase64String(checkpoint.Root.ToArray());
}
