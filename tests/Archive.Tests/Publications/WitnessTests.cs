using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.Publications;

namespace Archive.Tests.Publications;

public sealed class WitnessTests : IDisposable
{
    private static readonly SigningKey Key = new("witness.example/w1", NoteKeyType.Cosignature, Enumerable.Repeat((byte)5, 32).ToArray());

    private readonly ShownLog _log = new();

    public static TheoryData<int, int> Growths()
    {
        int[] sizes = [1, 3, 8, 255, 256, 257, 600, 66_000];
        var growths = new TheoryData<int, int>();
        foreach (var (from, to) in sizes.SelectMany(from => sizes.Where(to => to > from && (to < 1_000 || from is 600)).Select(to => (from, to))))
            growths.Add(from, to);
        return growths;
    }

    [Theory]
    [MemberData(nameof(Growths))]
    public async Task A_log_that_grows_is_followed_and_one_that_changed_an_entry_is_not(int from, int to)
    {
        _log.Show(from);
        (await _log.SeenAsync()).FormerSize.ShouldBeNull();
        foreach (var changed in to < 1_000 ? new[] { from / 2, from - 1 }.Distinct() : [from / 2])
        {
            _log.Show(to, changed);
            (await _log.RefusedAsync()).ShouldBe("log-split-view");
        }

        _log.Show(to, from);
        var seen = await _log.SeenAsync();
        (seen.FormerSize, seen.Size, seen.IsNew).ShouldBe((from, to, true));
        (await _log.SeenAsync()).IsNew.ShouldBeFalse();
        _log.Show(to);
        (await _log.RefusedAsync()).ShouldBe("log-split-view");
        Directory.EnumerateFiles(_log.Memory, "*.against-*").Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_log_that_shows_less_than_before_is_told_from_one_that_grows()
    {
        _log.Show(300);
        await _log.SeenAsync();
        _log.Show(299);
        var refusal = (await _log.LookAsync()).ShouldBeOfType<Outcome<WitnessedCheckpoint>.Refused>().Refusal;
        (refusal.Code, refusal.Message.StartsWith("ROLLBACK: log.example/one showed entries up to 300", StringComparison.Ordinal)).ShouldBe(("log-rolled-back", true));
        _log.Show(301);
        (await _log.SeenAsync()).FormerSize.ShouldBe(300);
    }

    [Fact]
    public async Task A_note_with_as_many_signatures_as_any_reader_takes_gets_no_other()
    {
        var text = _log.Show(3).ToText();
        var full = new SignedNote(text, [ShownLog.Key.Sign(text), .. Enumerable.Range(2, SignedNote.MaxSignatures - 1).Select(i => new NoteSignature($"witness.example/{i}", 1, new byte[72]))]);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), full.ToString(), TestContext.Current.CancellationToken);

        (await _log.LookAsync(Key)).ShouldBeOfType<Outcome<WitnessedCheckpoint>.Refused>().Refusal.Code.ShouldBe("cosignatures-full");
        SignedNote.TryParse((await _log.SeenAsync()).Note, out _, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(255, 600)]
    [InlineData(256, 257)]
    [InlineData(600, 66_000)]
    public async Task A_tile_that_was_changed_cut_or_taken_away_moves_nothing(int from, int to)
    {
        _log.Show(from);
        await _log.SeenAsync();
        _log.Show(to);
        var (wrong, away) = (0, 0);
        foreach (var tile in _log.Tiles().Select(path => Path.Combine(_log.Folder, path)).Where(path => to < 1_000 || path.Contains("/tile/1/", StringComparison.Ordinal) || path.Contains("/tile/2/", StringComparison.Ordinal) || path.Contains("/002", StringComparison.Ordinal)).ToArray())
        {
            var bytes = await File.ReadAllBytesAsync(tile, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(tile, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)], TestContext.Current.CancellationToken);
            wrong += await MovesAsync() ? 0 : 1;
            await File.WriteAllBytesAsync(tile, bytes[..^1], TestContext.Current.CancellationToken);
            await MovesAsync();
            File.Delete(tile);
            away += await IsAwayAsync() ? 1 : 0;
            await File.WriteAllBytesAsync(tile, bytes, TestContext.Current.CancellationToken);
        }

        (wrong, away).ShouldSatisfyAllConditions(() => wrong.ShouldBeGreaterThan(0), () => away.ShouldBeGreaterThan(0));
        (await _log.SeenAsync()).Size.ShouldBe(to);
    }

    [Fact]
    public async Task A_full_tile_stands_for_a_partial_one_that_was_taken_away()
    {
        _log.Show(200);
        await _log.SeenAsync();
        var checkpoint = _log.Show(250);
        _log.Show(256);
        var text = checkpoint.ToText();
        await File.WriteAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), new SignedNote(text, [ShownLog.Key.Sign(text)]).ToString(), TestContext.Current.CancellationToken);
        Directory.Delete(Path.Combine(_log.Folder, "tile/0/000.p"), recursive: true);
        (await _log.SeenAsync()).Size.ShouldBe(250);
    }

    [Fact]
    public async Task A_checkpoint_that_the_log_did_not_sign_or_that_lies_about_its_tiles_is_not_taken()
    {
        using var thief = new SigningKey(ShownLog.Name, NoteKeyType.Ed25519, Enumerable.Repeat((byte)4, 32).ToArray());
        _log.Show(5, key: thief);
        (await _log.RefusedAsync()).ShouldBe("checkpoint-signature-wrong");
        _log.Show(5, lie: checkpoint => checkpoint with { Origin = "log.example/two" });
        (await _log.RefusedAsync()).ShouldBe("checkpoint-other-log");
        _log.Show(5, lie: checkpoint => checkpoint with { Root = Sha256Digest.Of([9]) });
        (await _log.RefusedAsync()).ShouldBe("published-tile-wrong");
        await File.WriteAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), "hello", TestContext.Current.CancellationToken);
        (await _log.RefusedAsync()).ShouldBe("checkpoint-malformed");
        await File.WriteAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), new string('x', 1_000_000), TestContext.Current.CancellationToken);
        (await IsAwayAsync()).ShouldBeTrue();
        File.Delete(Path.Combine(_log.Folder, "checkpoint"));
        (await IsAwayAsync()).ShouldBeTrue();
        Directory.EnumerateFiles(_log.Memory, "*.checkpoint").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cosignature_verifies_and_its_checkpoint_is_on_the_disk_before()
    {
        _log.Show(5);
        var seen = await _log.SeenAsync(Key);
        SignedNote.TryParse(seen.Note, out var note, out _).ShouldBeTrue();
        note!.TryVerify([ShownLog.Key.Verifier, Key.Verifier], out var signers, out _).ShouldBeTrue();
        signers.Count.ShouldBe(2);
        var kept = await File.ReadAllTextAsync(Directory.EnumerateFiles(_log.Memory, "*.checkpoint").ShouldHaveSingleItem(), TestContext.Current.CancellationToken);
        SignedNote.TryParse(kept, out var first, out _).ShouldBeTrue();
        first!.Text.ShouldBe(note.Text);
        Directory.EnumerateFiles(_log.Memory, "*.unfinished").ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_histories_that_are_brought_at_once_one_is_signed()
    {
        var notes = Enumerable.Range(0, 12).Select(i => new Checkpoint(ShownLog.Name, 9, Sha256Digest.Of([(byte)i])).ToText()).Select(text => new SignedNote(text, [ShownLog.Key.Sign(text)])).ToArray();
        var outcomes = await Task.WhenAll(notes.Select(note => Task.Run(() =>
            _log.Witness(Key).JudgeAsync(System.Text.Encoding.UTF8.GetBytes(note.ToString()), null, TestContext.Current.CancellationToken))));
        outcomes.OfType<Outcome<WitnessedCheckpoint>.Ok>().ShouldHaveSingleItem();
        outcomes.OfType<Outcome<WitnessedCheckpoint>.Refused>().ShouldAllBe(refused => refused.Refusal.Code == "log-split-view");
    }

    [Fact]
    public async Task A_witness_whose_memory_was_damaged_signs_nothing()
    {
        _log.Show(5);
        await _log.SeenAsync();
        await File.WriteAllTextAsync(Directory.EnumerateFiles(_log.Memory, "*.checkpoint").Single(), "", TestContext.Current.CancellationToken);
        (await _log.RefusedAsync()).ShouldBe("witness-memory-damaged");
    }

    [Fact]
    public async Task A_brought_checkpoint_is_signed_with_its_proof_alone()
    {
        var (small, large) = (Note(_log.Show(300)), Note(_log.Show(700)));
        var hashes = Enumerable.Range(0, 700).Select(i => LedgerLeaf.HashOf(BitConverter.GetBytes(i))).ToArray();
        var proof = new BroughtProof(300, 700, [.. Ledger.Trees.SlowTree.Proof(300, hashes)]);
        (await JudgedAsync(small, null)).ShouldBe("");
        (await JudgedAsync(small, null)).ShouldBe("");
        (await JudgedAsync(large, null)).ShouldBe("witness-proof-missing");
        (await JudgedAsync(large, proof with { FormerSize = 299 })).ShouldBe("witness-proof-other");
        (await JudgedAsync(large, proof with { Size = 701 })).ShouldBe("witness-proof-other");
        foreach (var mutated in Ledger.Trees.ProofMutations.Of(proof.Hashes))
            (await JudgedAsync(large, proof with { Hashes = mutated })).ShouldBe("witness-proof-wrong");
        (await JudgedAsync(large, proof with { FormerSize = null, Size = null })).ShouldBe("");
        (await JudgedAsync(small, null)).ShouldBe("log-rolled-back");
        (await JudgedAsync(Note(_log.Show(700, 699)), null)).ShouldBe("log-split-view");
    }

    public void Dispose() => _log.Dispose();

    private static ReadOnlyMemory<byte> Note(Checkpoint checkpoint) =>
        System.Text.Encoding.UTF8.GetBytes(new SignedNote(checkpoint.ToText(), [ShownLog.Key.Sign(checkpoint.ToText())]).ToString());

    private async Task<string> JudgedAsync(ReadOnlyMemory<byte> note, BroughtProof? proof) =>
        await _log.Witness(Key).JudgeAsync(note, proof, TestContext.Current.CancellationToken) is Outcome<WitnessedCheckpoint>.Refused { Refusal.Code: var code } ? code : "";

    /// <summary>Whether what is published is taken; where it is, the memory is put back.</summary>
    private async Task<bool> MovesAsync()
    {
        var largest = Directory.EnumerateFiles(_log.Memory, "*.checkpoint").Single();
        var before = await File.ReadAllBytesAsync(largest, TestContext.Current.CancellationToken);
        var outcome = await _log.LookAsync();
        if (outcome is Outcome<WitnessedCheckpoint>.Refused { Refusal.Code: var code })
        {
            code.ShouldBe("published-tile-wrong");
            (await File.ReadAllBytesAsync(largest, TestContext.Current.CancellationToken)).ShouldBe(before);
            return false;
        }

        await File.WriteAllBytesAsync(largest, before, TestContext.Current.CancellationToken);
        return true;
    }

    private async Task<bool> IsAwayAsync()
    {
        try
        {
            await MovesAsync();
            return false;
        }
        catch (PublishedLogAwayException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            // Nothing is remembered yet.
            return await Should.ThrowAsync<PublishedLogAwayException>(() => _log.LookAsync()) is not null;
        }
    }
}
