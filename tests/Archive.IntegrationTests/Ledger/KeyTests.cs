using System.Runtime.Versioning;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archive.IntegrationTests.Ledger;

[Trait(TestLog.Trait, TestLog.None)]
[UnsupportedOSPlatform("windows")]
public sealed class KeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_nodes_that_start_at_once_one_names_its_key_and_the_others_throw_theirs_away()
    {
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton<LedgerKeyFolder>(_ => null!));
        await archive.RegisterAsync("s1");
        var parent = TestKeys.FolderOf(archive.ConnectionString);
        var heard = new KeptLog();
        var nodes = new List<ArchiveHost>();
        for (var i = 0; i < 6; i++)
        {
            // Three folders, each of two nodes.
            var folder = new LedgerKeyFolder(Path.Combine(parent, $"{i / 2}"));
            nodes.Add(await TestArchive.OpenHostAsync(archive.ConnectionString, services => services.AddSingleton(folder).AddSingleton<ILoggerProvider>(heard)));
        }

        var outcomes = await Task.WhenAll(nodes.Select(node => node.Services.GetRequiredService<HeadSigning>().SignAsync(Cancellation)));
        var key = (await archive.KeysAsync()).ShouldHaveSingleItem();
        Directory.GetFiles(parent, "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldEndWith($"{key.Id}.key");
        var kept = (await archive.ListKeptAsync()).ShouldHaveSingleItem();
        outcomes.Count(outcome => outcome is Outcome<KeptCheckpoint>.Ok { Value: var signed } && signed.Note.ToString() == kept.Note.ToString()).ShouldBeGreaterThan(0);
        kept.Note.Signatures.ShouldHaveSingleItem();
        heard.Lines.ShouldContain(message => message.Contains(key.Key, StringComparison.Ordinal));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_key_whose_file_a_crash_left_unnamed_is_adopted()
    {
        await using var archive = await TestArchive.CreateAsync();
        var left = new KeyFiles(new LedgerKeyFolder(TestKeys.FolderOf(archive.ConnectionString))).Make("archive.test/log").Made.ShouldNotBeNull();
        await archive.RegisterAsync("s1");
        (await archive.SignAsync()).Note.Signatures.ShouldHaveSingleItem().IsOf(left).ShouldBeTrue();
        (await archive.KeysAsync()).ShouldHaveSingleItem().Verifier.ShouldBe(left);
    }

    [Fact]
    public async Task Checkpoints_of_an_overlap_carry_both_signatures_and_old_ones_verify_for_ever()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        var first = (await archive.SignAsync(), Key: (await archive.KeysAsync()).Single());
        (await archive.ChangeAsync(new LedgerKeyChange.Retire(first.Key.Id))).ShouldBe("ledger-key-current");
        (await archive.ChangeAsync(new LedgerKeyChange.Retire("00000000"))).ShouldBe("ledger-key-unknown");

        (await archive.ChangeAsync(new LedgerKeyChange.Rotate())).ShouldBeNull();
        var keys = await archive.KeysAsync();
        keys.Select(key => key.State).ShouldBe([LedgerKeyState.Retiring, LedgerKeyState.Current]);
        await archive.RegisterAsync("s2");
        var both = await archive.SignAsync();
        foreach (var key in keys)
            both.Note.TryVerify([key.Verifier], out _, out _).ShouldBeTrue();
        // Who knows the new key alone has the head of before to begin with.
        (await archive.ListKeptAsync())[0].Note.TryVerify([keys[1].Verifier], out _, out _).ShouldBeTrue();

        // A node that lacks one of the two signs by neither: the other one's checkpoint would lack a signature for ever.
        File.Move(archive.FileOf(first.Key), archive.FileOf(first.Key) + ".away");
        await archive.RegisterAsync("s-unsigned");
        await archive.RefusedAsync("ledger-key-missing");
        File.Move(archive.FileOf(first.Key) + ".away", archive.FileOf(first.Key));
        (await archive.SignAsync()).Note.Signatures.Count.ShouldBe(2);

        (await archive.ChangeAsync(new LedgerKeyChange.Retire(first.Key.Id))).ShouldBeNull();
        (await archive.ChangeAsync(new LedgerKeyChange.Retire(first.Key.Id))).ShouldBe("ledger-key-retired");
        await archive.RegisterAsync("s3");
        (await archive.SignAsync()).Note.Signatures.ShouldHaveSingleItem().IsOf(keys[1].Verifier).ShouldBeTrue();
        await archive.ReopenAsync();
        (await archive.ListKeptAsync())[0].Note.TryVerify([first.Key.Verifier], out _, out _).ShouldBeTrue();

        (await archive.ChangeAsync(new LedgerKeyChange.ReplaceLost())).ShouldBe("ledger-key-held");
        File.Delete(archive.FileOf(keys[1]));
        (await archive.ChangeAsync(new LedgerKeyChange.Rotate())).ShouldBe("ledger-key-missing");
        (await archive.AskAsync(new GetStatus())).Unsigned.ShouldNotBeNull().Code.ShouldBe("ledger-key-missing");
        (await archive.ChangeAsync(new LedgerKeyChange.ReplaceLost())).ShouldBeNull();
        var after = await archive.KeysAsync();
        after.Select(key => (key.State, key.Lost)).ShouldBe([(LedgerKeyState.Retired, false), (LedgerKeyState.Retired, true), (LedgerKeyState.Current, false)]);
        await archive.RegisterAsync("s4");
        (await archive.SignAsync()).Note.Signatures.ShouldHaveSingleItem().IsOf(after[2].Verifier).ShouldBeTrue();
        (await archive.AskAsync(new GetStatus())).Unsigned.ShouldBeNull();
    }

    [Fact]
    public async Task An_audit_misses_no_signature_where_keys_changed_while_others_recorded_and_signed()
    {
        await using var archive = await TestArchive.CreateAsync();
        var services = archive.Host.Services;
        await archive.RegisterAsync("s1");
        await archive.RegisterAsync("s2");
        var before = await archive.SignAsync();
        var first = (await archive.KeysAsync()).Single();

        // Between the head that a rotation read and the naming of its key, another node signed a later one.
        var made = services.GetRequiredService<KeyFiles>().Make(first.Log).Made.ShouldNotBeNull();
        (await services.GetRequiredService<LedgerKeys>().NameAsync(first.Log, 2, made, before.Checkpoint.Size - 1, Cancellation)).ShouldBeTrue();
        (await archive.AskAsync(new AuditLedger())).Difference.ShouldBeNull();

        // Who looked at the keys before keeps nothing by them.
        await archive.RegisterAsync("s3");
        var stale = before with { Checkpoint = before.Checkpoint with { Size = before.Checkpoint.Size + 1 } };
        (await CheckpointTable.KeepAsync(archive.Database, stale, [1], Cancellation)).ShouldBeNull();
        (await archive.SignAsync()).Note.Signatures.Count.ShouldBe(2);

        // A head that nobody signed yet, when a key is retired.
        await archive.RegisterAsync("s4");
        (await archive.ChangeAsync(new LedgerKeyChange.Retire(first.Id))).ShouldBeNull();
        (await archive.SignAsync()).Note.Signatures.ShouldHaveSingleItem();
        (await archive.AskAsync(new AuditLedger())).Difference.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_usable_key_all_goes_on_but_signing_and_no_log_tells_what_a_key_file_holds()
    {
        var heard = new KeptLog();
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton<ILoggerProvider>(heard));
        await archive.RegisterAsync("s1");
        await archive.SignAsync();
        var file = archive.FileOf((await archive.KeysAsync()).Single());
        var line = File.ReadAllText(file).Trim();

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await archive.RegisterAsync("s2");
        var status = await archive.AskAsync(new GetStatus());
        (status.Ready, status.Lag, status.Unsigned?.Code, status.Checkpoint?.Size).ShouldBe((true, 0, "ledger-key-exposed", status.Entry - 1));
        (await archive.Host.Services.GetRequiredService<Checkpoints>().FindOverAsync(status.Entry, Cancellation)).ShouldBeNull();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(file, line[..^4]);
        await archive.RefusedAsync("ledger-key-malformed");
        await archive.ReopenAsync();
        archive.Host.StartProjecting();
        await archive.RegisterAsync("s3");
        await archive.ReopenAsync();
        File.WriteAllText(file, line + "\n");
        (await archive.SignAsync()).Checkpoint.Size.ShouldBe((await archive.HeadAsync()).Entry);

        heard.Lines.ShouldContain(message => message.Contains("ledger-key-malformed", StringComparison.Ordinal));
        var seed = line.Split('+', 5)[^1];
        foreach (var message in heard.Lines)
        {
            message.ShouldNotContain(seed[..16]);
            message.ShouldNotContain("PRIVATE+KEY+archive");
        }
    }

    [Fact]
    public async Task A_ledger_that_does_not_go_on_from_its_last_checkpoint_is_signed_no_more()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        var honest = await archive.SignAsync();
        var key = (await archive.KeysAsync()).Single();
        var other = new Checkpoint(honest.Checkpoint.Origin, honest.Checkpoint.Size, Archive.Domain.Ledger.Sha256Digest.Of("another history"u8));
        await ReplaceAsync(archive, honest.Note.ToString().Replace(honest.Note.Text, other.ToText(), StringComparison.Ordinal));
        await archive.RefusedAsync("ledger-forked");
        await archive.RegisterAsync("s2");
        await archive.RefusedAsync("ledger-forked");
        var status = await archive.AskAsync(new GetStatus());
        (status.Ready, status.Unsigned?.Code).ShouldBe((true, "ledger-forked"));

        await ReplaceAsync(archive, "nothing that was signed");
        await archive.RefusedAsync("checkpoint-altered");
        (await archive.AskAsync(new GetStatus())).Unsigned.ShouldNotBeNull().Code.ShouldBe("checkpoint-altered");

        await ReplaceAsync(archive, honest.Note.ToString());
        await NameAsync(archive, "no key");
        await archive.RefusedAsync("checkpoint-altered");
        (await archive.AskAsync(new GetStatus())).Unsigned.ShouldNotBeNull().Code.ShouldBe("checkpoint-altered");
        // Whoever can write to the database cannot sign by naming a key there.
        using var strangers = new SigningKey(honest.Checkpoint.Origin, NoteKeyType.Ed25519, new byte[32]);
        await NameAsync(archive, strangers.Verifier.ToString());
        await archive.RefusedAsync("ledger-key-missing");
        await NameAsync(archive, key.Key);
        await RetireAsync(archive, "now()");
        await archive.RefusedAsync("ledger-keys-retired");
        await RetireAsync(archive, "null");
        (await archive.SignAsync()).Checkpoint.Size.ShouldBe(status.Entry);
    }

    private static async Task RetireAsync(TestArchive archive, string at)
    {
        await using var command = archive.Database.CreateCommand($"update {LedgerTables.Keys} set retired_at = {at}");
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task NameAsync(TestArchive archive, string key)
    {
        await using var command = archive.Database.CreateCommand($"update {LedgerTables.Keys} set verifier = $1");
        command.Parameters.Add(new() { Value = key });
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task ReplaceAsync(TestArchive archive, string note)
    {
        await using var command = archive.Database.CreateCommand($"update {LedgerTables.Checkpoints} set note = $1");
        command.Parameters.Add(new() { Value = note });
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
