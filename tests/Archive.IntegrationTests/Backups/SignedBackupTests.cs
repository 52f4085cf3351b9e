using System.IO.Compression;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Archive.Backups;
using Archive.Domain.Ledger.Notes;
using Archive.IntegrationTests.Ledger;
using Archive.Ledger;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Backups;

[Trait(TestLog.Trait, TestLog.None)]
[UnsupportedOSPlatform("windows")]
public sealed class SignedBackupTests : IDisposable
{
    private readonly BackupPlace _place = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_restored_archive_keeps_its_checkpoints_and_keys_and_goes_on_with_the_key_that_it_is_given()
    {
        await using var archive = await TestArchive.CreateAsync();
        var signed = await SignTwiceAsync(archive);
        await _place.WriteAsync(archive);
        Directory.GetFiles(_place.Folder).ShouldNotContain(file => file.EndsWith(".key", StringComparison.Ordinal));

        await using var database = await TestDatabase.CreateAsync();
        await _place.RestoredAsync(database);
        await using var again = await TestArchive.OpenAsync(database);
        (await again.ListKeptAsync()).Select(kept => kept.ToString()).ShouldBe(signed);
        (await again.KeysAsync()).Select(key => key.ToString()).ShouldBe((await archive.KeysAsync()).Select(key => key.ToString()));
        // Nobody brought the private keys along: another is not made in their place.
        await again.RegisterAsync("s4");
        (await again.AskAsync(new GetStatus())).Unsigned.ShouldNotBeNull().Code.ShouldBe("ledger-key-missing");
        Directory.CreateDirectory(TestKeys.FolderOf(again.ConnectionString), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var key in await archive.KeysAsync())
            File.Copy(archive.FileOf(key), again.FileOf(key));
        (await again.SignAsync()).Note.TryVerify([(await archive.KeysAsync())[0].Verifier], out _, out _).ShouldBeTrue();
        (await again.KeysAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_loss_the_log_that_goes_on_has_checkpoints_and_a_key_of_its_own()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SignTwiceAsync(archive);
        var written = await _place.WriteAsync(archive);
        await archive.RegisterAsync("lost");
        await archive.SignAsync();

        await using var database = await TestDatabase.CreateAsync();
        var restored = await _place.RestoredAsync(database, new KnownEntry(written.Events + 1, null));
        await using var again = await TestArchive.OpenAsync(database);
        (await again.ListKeptAsync()).ShouldBeEmpty();
        (await again.KeysAsync()).ShouldAllBe(key => key.State == LedgerKeyState.Retired && key.Log == "archive.test/log");
        var checkpoint = await again.SignAsync();
        checkpoint.Checkpoint.Origin.ShouldBe(restored.Log);
        checkpoint.Note.Signatures.ShouldHaveSingleItem().Name.ShouldBe(restored.Log);
        (await again.KeysAsync()).Select(key => key.Log).ShouldBe([restored.Log, "archive.test/log", "archive.test/log"]);
    }

    [Fact]
    public async Task A_backup_with_a_checkpoint_that_nobody_signed_is_refused()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SignTwiceAsync(archive);
        await _place.WriteAsync(archive);
        var lines = Unzipped("checkpoints.ndjson.gz");
        await RefusedAsync("checkpoints.ndjson.gz", lines.Replace("\\n2\\n", "\\n1\\n", StringComparison.Ordinal));
        await RefusedAsync("checkpoints.ndjson.gz", lines.Replace("\\n2\\n", "\\n20\\n", StringComparison.Ordinal));
        await RefusedAsync("checkpoints.ndjson.gz", lines.Replace("archive.test/log\\n2", "archive.test/another\\n2", StringComparison.Ordinal));
        await RefusedAsync("checkpoints.ndjson.gz", "{\"note\": \"no note\", \"signedAt\": \"2026-11-24T09:00:00Z\"}\n");
        await ReplaceAsync("checkpoints.ndjson.gz", lines);
        await RefusedAsync("verifier-keys.ndjson.gz", Unzipped("verifier-keys.ndjson.gz").Replace("archive.test/log+", "archive.test/lug+", StringComparison.Ordinal));
        await _place.ChangeManifestAsync(manifest => manifest["ledger"]!["keys"]!["name"] = "../keys");
        (await _place.RefusedAsync()).Code.ShouldBe("backup-damaged");
        await _place.ChangeManifestAsync(manifest => manifest.Remove("ledger"));
        (await _place.RefusedAsync()).Code.ShouldBe("backup-damaged");
    }

    [Fact]
    public async Task No_backup_is_written_of_a_checkpoint_that_was_altered()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SignTwiceAsync(archive);
        await using (var command = archive.Database.CreateCommand($"update {LedgerTables.Checkpoints} set note = replace(note, E'\\n2\\n', E'\\n1\\n') where size = 2"))
            (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
        (await archive.Host.Sender.Send(new WriteBackup(_place.Folder) { Asker = TestArchive.Tester }, Cancellation))
            .ShouldBeOfType<Outcome<WrittenBackup>.Refused>().Refusal.Code.ShouldBe("checkpoint-altered");
    }

    /// <summary>The first by one key, the second by two.</summary>
    private static async Task<IReadOnlyList<string>> SignTwiceAsync(TestArchive archive)
    {
        await archive.RegisterAsync("s1");
        await archive.RegisterAsync("s2");
        await archive.SignAsync();
        (await archive.ChangeAsync(new LedgerKeyChange.Rotate())).ShouldBeNull();
        await archive.RegisterAsync("s3");
        await archive.SignAsync();
        return [.. (await archive.ListKeptAsync()).Select(kept => kept.ToString())];
    }

    private string Unzipped(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(_place.PathOf(file)), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private async Task RefusedAsync(string file, string lines)
    {
        await ReplaceAsync(file, lines);
        var refused = await _place.RefusedAsync();
        (refused.Code, refused.Message.Contains(file, StringComparison.Ordinal)).ShouldBe(("backup-damaged", true), refused.Message);
    }

    private async Task ReplaceAsync(string file, string lines)
    {
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(Encoding.UTF8.GetBytes(lines));
        await File.WriteAllBytesAsync(_place.PathOf(file), zipped.ToArray());
        await _place.ChangeManifestAsync(manifest =>
        {
            foreach (var part in manifest["ledger"]!.AsObject().Select(member => member.Value!).Where(part => part["name"]!.GetValue<string>() == file))
            {
                part["sha256"] = Convert.ToHexStringLower(SHA256.HashData(zipped.ToArray()));
                part["bytes"] = zipped.Length;
                part["lines"] = lines.Count(c => c == '\n');
            }
        });
    }
}
