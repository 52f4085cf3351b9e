using Archive.Domain;
using Archive.Projection;
using Npgsql;

namespace Archive.Ledger;

/// <summary>Changes of the keys that sign: each names a key or retires one, and no row ever goes.</summary>
internal sealed class KeyRotation(NpgsqlDataSource database, LedgerKeys keys, KeyFiles files, HeadSigning signing, ProjectionProgress progress, TimeProvider clock)
{
    public Task<Outcome<LedgerKeyList>> RunAsync(LedgerKeyChange change, CancellationToken cancellationToken) => change switch
    {
        LedgerKeyChange.Rotate => RotateAsync(cancellationToken),
        LedgerKeyChange.Retire retire => RetireAsync(retire.Id, cancellationToken),
        LedgerKeyChange.ReplaceLost => ReplaceLostAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Not known."),
    };

    /// <summary>Names a new key. Until those before it are retired, checkpoints carry the signatures of all: the overlap in which it is made known.</summary>
    private async Task<Outcome<LedgerKeyList>> RotateAsync(CancellationToken cancellationToken)
    {
        var head = await progress.ReadHeadAsync(cancellationToken);
        var (named, whyNone) = await keys.FindSigningAsync(head.LogName, head.Entry, cancellationToken);
        if (whyNone is not null)
            return Refused(whyNone);
        // Without the current one there would be no overlap.
        return WhyUnusable(named[^1]) is { } whyNot ? Refused(whyNot) : await NameNextAsync(head, named[^1].Number, cancellationToken);
    }

    /// <summary>Ends an overlap: the key signs no more.</summary>
    private async Task<Outcome<LedgerKeyList>> RetireAsync(string id, CancellationToken cancellationToken)
    {
        var head = await progress.ReadHeadAsync(cancellationToken);
        var named = await keys.ListAsync(head.LogName, cancellationToken);
        switch (named.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.OrdinalIgnoreCase)))
        {
            case null:
                return new Outcome<LedgerKeyList>.NotFound(new Refusal("ledger-key-unknown", $"The ledger names no key {id}. 'archive ledger key' lists those that it names."));
            case { State: LedgerKeyState.Current }:
                return Refused(new Refusal(
                    "ledger-key-current", $"The key {id} is the current one, and without it nothing would sign. Rotate first (archive ledger key rotate), make the new key known, and then retire this one."));
            case { State: LedgerKeyState.Retired }:
                return Refused(new Refusal("ledger-key-retired", $"The key {id} is retired already. What it signed still verifies."));
            case var retiring:
                await RetireAsync(head.LogName, [retiring], lost: false, cancellationToken);
                return await ListAsync(head.LogName, cancellationToken);
        }
    }

    /// <summary>Names a new key where the file of the current one is lost, and retires all whose files are not here: there is no overlap.</summary>
    private async Task<Outcome<LedgerKeyList>> ReplaceLostAsync(CancellationToken cancellationToken)
    {
        var head = await progress.ReadHeadAsync(cancellationToken);
        var (named, whyNone) = await keys.FindSigningAsync(head.LogName, head.Entry, cancellationToken);
        if (whyNone is not null)
            return Refused(whyNone);
        switch (WhyUnusable(named[^1]))
        {
            case null:
                return Refused(new Refusal(
                    "ledger-key-held", $"The key {named[^1].Id} is not lost: its file is here. To have another, rotate it (archive ledger key rotate): then checkpoints carry both signatures until those who verify know the new one."));
            case { Code: not ("ledger-key-missing" or "ledger-key-malformed" or "ledger-key-other") } mendable:
                return Refused(mendable);
        }

        var outcome = await NameNextAsync(head, named[^1].Number, cancellationToken);
        if (outcome is not Outcome<LedgerKeyList>.Ok)
            return outcome;
        await RetireAsync(head.LogName, [.. named.Where(key => WhyUnusable(key) is not null)], lost: true, cancellationToken);
        return await ListAsync(head.LogName, cancellationToken);
    }

    /// <summary>The head gets the new key's signature at once, so that who knows that one alone has a checkpoint to begin with.</summary>
    private async Task<Outcome<LedgerKeyList>> NameNextAsync(LedgerHead head, int number, CancellationToken cancellationToken)
    {
        var (made, whyNot) = files.Make(head.LogName);
        if (made is null)
            return Refused(whyNot!);
        if (!await keys.NameAsync(head.LogName, number + 1, made, head.Entry, cancellationToken))
        {
            files.Discard(made);
            return Refused(new Refusal("ledger-key-changed", "Somebody else changed the ledger's keys at the same time; nothing was changed by this. Look at them (archive ledger key) and try again."));
        }

        await signing.SignAsync(cancellationToken);
        return await ListAsync(head.LogName, cancellationToken);
    }

    private async Task RetireAsync(string log, IReadOnlyCollection<LedgerKey> retiring, bool lost, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(CheckpointTable.Durable));
        batch.BatchCommands.Add(new(CheckpointTable.TurnSql) { Parameters = { new() { Value = log } } });
        // Not the head, which may not be signed yet, or not be the head any more: what this key signs ends with what is kept.
        batch.BatchCommands.Add(new($"update {LedgerTables.Keys} set until = {CheckpointTable.LargestSql}, retired_at = $3, lost = $4 where log = $1 and number = any($2) and retired_at is null")
        {
            Parameters =
            {
                new() { Value = log },
                new() { Value = retiring.Select(key => key.Number).ToArray() },
                new() { Value = clock.GetUtcNow().UtcDateTime },
                new() { Value = lost },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private Refusal? WhyUnusable(LedgerKey key)
    {
        var found = files.Find(key.Verifier);
        found.Key?.Dispose();
        return found.WhyNot;
    }

    private async Task<Outcome<LedgerKeyList>> ListAsync(string log, CancellationToken cancellationToken) =>
        new Outcome<LedgerKeyList>.Ok(new LedgerKeyList(log, await keys.ListAsync(cancellationToken)));

    private static Outcome<LedgerKeyList> Refused(Refusal why) => new Outcome<LedgerKeyList>.Refused(why);
}
