using System.Globalization;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Projection;
using Archive.Snapshots;
using Npgsql;

namespace Archive.Ledger;

/// <summary>
/// Signs the committed head of the ledger. Before that, the root is computed anew from the tiles for the last checkpoint's size and the head's: nothing is
/// signed that does not go on from what was signed before.
/// </summary>
internal sealed class HeadSigning(NpgsqlDataSource database, Generations generations, LedgerKeys keys, KeyFiles files, TimeProvider clock)
{
    /// <summary>Code of the refusal before the first entry.</summary>
    public const string Empty = "ledger-empty";

    /// <returns>The head's checkpoint, signed by now if it was not; or why it is not.</returns>
    public async Task<Outcome<KeptCheckpoint>> SignAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SignHeadAsync(cancellationToken);
        }
        catch (AlteredException altered)
        {
            return new Outcome<KeptCheckpoint>.Refused(altered.Refusal);
        }
    }

    private async Task<Outcome<KeptCheckpoint>> SignHeadAsync(CancellationToken cancellationToken)
    {
        var (head, last, why) = await LookAsync(cancellationToken);
        if (head is null || why is not null)
            return new Outcome<KeptCheckpoint>.Refused(why!);
        var (signing, whyNone) = await keys.FindSigningAsync(head.Origin, head.Size, cancellationToken);
        if (whyNone is not null)
            return new Outcome<KeptCheckpoint>.Refused(whyNone);
        if (signing.Count == 0)
            return new Outcome<KeptCheckpoint>.Refused(AllRetired);
        var kept = last?.Checkpoint.Size == head.Size ? last : null;
        // A key that was named when the ledger had come further does not sign what was before it, unless no other can.
        var due = signing.Any(key => key.Since <= head.Size) ? signing.Where(key => key.Since <= head.Size) : signing;
        var (signatures, whyNot) = Sign(head, [.. due.Where(key => kept is null || !kept.Note.Signatures.Any(signature => signature.IsOf(key.Verifier)))]);
        // All that are due or none: who trusts one key of an overlap alone finds it under every checkpoint.
        if (kept is null && whyNot is not null)
            return new Outcome<KeptCheckpoint>.Refused(whyNot);
        if (kept is not null && signatures.Count == 0)
            return new Outcome<KeptCheckpoint>.Ok(kept);
        if (kept is null)
        {
            var signed = new KeptCheckpoint(head, new SignedNote(head.ToText(), [.. signatures]), clock.GetUtcNow());
            kept = await CheckpointTable.KeepAsync(database, signed, [.. signing.Select(key => key.Number)], cancellationToken);
            if (kept is null)
                return await SignHeadAsync(cancellationToken);
            if (kept.Checkpoint != head)
                return new Outcome<KeptCheckpoint>.Refused(Forked(kept.Checkpoint));
        }

        // Another node, or a key before it was rotated, may have been first: then the note gets what it lacks.
        if (signatures.Any(signature => !kept.Note.Signatures.Any(there => there.Name == signature.Name && there.KeyId == signature.KeyId)))
            kept = await CheckpointTable.AddAsync(database, head.Origin, head.Size, signatures, cancellationToken) ?? kept;
        return new Outcome<KeptCheckpoint>.Ok(kept);
    }

    /// <summary>What was signed last, and what keeps the head from being signed, or a key from signing it; no key is made for that.</summary>
    public async Task<(KeptCheckpoint? Last, Refusal? WhyNot)> FindStateAsync(CancellationToken cancellationToken)
    {
        var (head, last, why) = await LookAsync(cancellationToken);
        if (head is null || why is not null)
            return (last, why?.Code == Empty ? null : why);
        try
        {
            return (last, await FindUnusableAsync(head, cancellationToken));
        }
        catch (AlteredException altered)
        {
            return (last, altered.Refusal);
        }
    }

    private async Task<Refusal?> FindUnusableAsync(Checkpoint head, CancellationToken cancellationToken)
    {
        var named = await keys.ListAsync(head.Origin, cancellationToken);
        Refusal? why = named.Count == 0 ? files.WhyNoneCanBeMade(head.Origin) : null;
        foreach (var key in named.Where(key => key.State != LedgerKeyState.Retired))
        {
            var found = files.Find(key.Verifier);
            found.Key?.Dispose();
            why ??= found.WhyNot;
        }

        return why;
    }

    private async Task<(Checkpoint? Head, KeptCheckpoint? Last, Refusal? WhyNot)> LookAsync(CancellationToken cancellationToken)
    {
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        KeptCheckpoint? last = null;
        try
        {
            last = (await session.RowsAsync(CheckpointTable.SelectLast, CheckpointTable.Read, cancellationToken, session.Head.LogName)).SingleOrDefault();
            if (session.Head.Entry == 0 && last is null)
                return (null, null, new Refusal(Empty, "The ledger has no entry yet, so there is nothing to sign. The first change makes one."));
            if (last is not null && last.Checkpoint.Size > session.Head.Entry)
                return (null, last, LedgerBehind.Of(last.Checkpoint, session.Head.Entry));
            if (session.Head.Root is null)
                return (null, last, new TreeMissingException(session.Head.ProjectionVersion).Refusal);
            var head = new Checkpoint(session.Head.LogName, session.Head.Entry, Sha256Digest.Parse(session.Head.Root));
            if (await LedgerTree.FindRootAsync(session, head.Size, cancellationToken) != head.Root)
                throw new TreeAlteredException(string.Create(CultureInfo.InvariantCulture, $"Its root at entry {head.Size} is not the head's."));
            if (last is not null && await LedgerTree.FindRootAsync(session, last.Checkpoint.Size, cancellationToken) != last.Checkpoint.Root)
                return (head, last, Forked(last.Checkpoint));
            return (head, last, null);
        }
        catch (AlteredException altered)
        {
            return (null, last, altered.Refusal);
        }
    }

    private (List<NoteSignature> Signatures, Refusal? WhyNot) Sign(Checkpoint head, IReadOnlyList<LedgerKey> signing)
    {
        var signatures = new List<NoteSignature>();
        Refusal? whyNot = null;
        foreach (var key in signing)
        {
            var found = files.Find(key.Verifier);
            using (found.Key)
            {
                if (found.Key is not null)
                    signatures.Add(found.Key.Sign(head.ToText()));
            }

            whyNot ??= found.WhyNot;
        }

        return (signatures, whyNot);
    }

    /// <summary>No command retires the current key: somebody changed the table.</summary>
    private static readonly Refusal AllRetired = new(
        "ledger-keys-retired", "Every key that the ledger names is retired, which no command does: the table of keys was changed behind the archive's back. Nothing is signed. Run 'archive audit ledger', and restore the database from a backup.");

    private static Refusal Forked(Checkpoint last) => new(
        "ledger-forked",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The ledger does not go on from its checkpoint of entry {last.Size}: an entry up to that one was changed, dropped or slipped in after it was signed. Nothing is signed any more. Run 'archive audit ledger', which names the first difference; where entries were lost, restore a backup after a loss, and the log goes on under another name."));
}
