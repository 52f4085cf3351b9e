using System.Text;
using Archive.Access;
using Archive.Backups;
using Archive.Claims;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Evidence;
using Archive.IntegrationTests.Evidence;
using Archive.Records;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.IntegrationTests.Backups;

public sealed class EvidenceBackupTests : IDisposable
{
    private const string Text = "The canary sang at dawn, and nobody heard it.";

    private readonly BackupPlace _place = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_restored_archive_has_its_evidence()
    {
        await using var archive = await TestArchive.CreateAsync();
        var digest = await FillAsync(archive);
        var gone = await archive.CaptureAsync("s", "Somebody's address");
        (await archive.EraseAsync("source/s", gone)).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        var written = await _place.WriteAsync(archive);

        await using var database = await TestDatabase.CreateAsync();
        var restored = await _place.RestoredAsync(database);
        await using var again = await TestArchive.OpenAsync(database);

        (written.Contents > 0, restored.Contents).ShouldBe((true, written.Contents));
        (await BytesAsync(again, digest)).ShouldBe(Encoding.UTF8.GetBytes(Text));
        (await BytesAsync(again, gone)).ShouldBeNull();
        File.Exists(_place.PathOf(BackupLayout.ContentFile(gone))).ShouldBeFalse();
        (await again.QuoteOfAsync("r/quoted")).Exact.ShouldBe("sang at dawn");
        (await SaysAsync(again)).ShouldBe("A secret");
        (await again.AskAsync(new ListErasures(AsOf.Latest, PageRequest.First))).Erasures.Items.ShouldHaveSingleItem().Record!.Outcome.ShouldBe(ErasureOutcome.Destroyed);
        (await BackupPlace.DigestsAsync(again)).ShouldBe(await BackupPlace.DigestsAsync(archive));
        // What no event names would go with the next sweep, and nothing does.
        var kept = await again.CountAsync("kept");
        (await again.Host.Services.GetRequiredService<KeptSweep>().RunAsync(TimeSpan.Zero, Cancellation)).ShouldBe(0);
        (await again.CountAsync("kept"), await UnconfirmedAsync(again)).ShouldBe((kept, 0));
        // The restored archive erases as any other.
        (await again.EraseAsync("source/s", digest)).Outcome.ShouldBe(ErasureOutcome.Destroyed);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_content_is_told_by_its_name_before_a_place_is_looked_for()
    {
        await using var archive = await TestArchive.CreateAsync();
        var digest = await FillAsync(archive);
        await _place.WriteAsync(archive);
        var (name, path) = (BackupLayout.ContentFile(digest), _place.PathOf(BackupLayout.ContentFile(digest)));
        var sound = await File.ReadAllBytesAsync(path, Cancellation);
        var flipped = sound.ToArray();
        flipped[3] ^= 1;

        await DamagedAsync(() => File.WriteAllBytes(path, flipped), $"{name} has another SHA-256 than its name says");
        await DamagedAsync(() => File.WriteAllBytes(path, sound[..^1]), $"{name} has {sound.Length - 1} bytes");
        await DamagedAsync(() => File.Delete(path), $"{name} is missing");
        File.WriteAllBytes(path, sound);
        foreach (var part in (string[])["contents.ndjson.gz", "kept.ndjson.gz", "destructions.ndjson.gz"])
        {
            var bytes = await File.ReadAllBytesAsync(_place.PathOf(part), Cancellation);
            await DamagedAsync(() => File.WriteAllBytes(_place.PathOf(part), [.. bytes, 0]), $"{part} has");
            await DamagedAsync(() => File.Delete(_place.PathOf(part)), $"{part} is missing");
            await File.WriteAllBytesAsync(_place.PathOf(part), bytes, Cancellation);
        }

        await _place.ChangeManifestAsync(manifest => manifest["evidence"]!["kept"]!["name"] = "../kept.ndjson.gz");
        await DamagedAsync(() => { }, "and no others");
    }

    [Fact]
    public async Task An_interrupted_restore_of_evidence_goes_on()
    {
        await using var archive = await TestArchive.CreateAsync();
        var digest = await FillAsync(archive);
        await _place.WriteAsync(archive);
        await using var database = await TestDatabase.CreateAsync();
        var stop = new StopAt(1);

        await Should.ThrowAsync<OperationCanceledException>(async () => await ArchiveHost.RestoreAsync(
            new RestoreBackup(_place.Folder, KnownEntry.None, stop), _ => Task.FromResult(database.ConnectionString), await TestLog.ChooseAsync(database.ConnectionString, null), stop.Token));
        await _place.RestoredAsync(database);

        await using var again = await TestArchive.OpenAsync(database);
        (await BytesAsync(again, digest)).ShouldBe(Encoding.UTF8.GetBytes(Text));
        (await SaysAsync(again)).ShouldBe("A secret");
    }

    [Fact]
    public async Task A_backup_of_the_former_form_which_had_the_log_alone_is_restored()
    {
        await using var archive = await TestArchive.CreateAsync();
        await FillAsync(archive);
        await _place.WriteAsync(archive);
        await _place.ChangeManifestAsync(manifest =>
        {
            manifest["version"] = 1;
            manifest.Remove("evidence");
            manifest.Remove("ledger");
        });

        await using var database = await TestDatabase.CreateAsync();
        (await _place.RestoredAsync(database)).Contents.ShouldBe(0);

        await using var again = await TestArchive.OpenAsync(database);
        (await again.AskAsync(new Archive.Projection.GetStatus())).Entry.ShouldBe((await archive.AskAsync(new Archive.Projection.GetStatus())).Entry);
    }

    [Fact]
    public async Task A_manifest_of_one_version_with_what_the_other_has_is_damaged()
    {
        await using var archive = await TestArchive.CreateAsync();
        await _place.WriteAsync(archive);
        await _place.ChangeManifestAsync(manifest => manifest["version"] = 1);
        await DamagedAsync(() => { }, "it speaks of evidence");
        await _place.ChangeManifestAsync(manifest => manifest["version"] = 2);
        await _place.ChangeManifestAsync(manifest => manifest.Remove("evidence"));
        await DamagedAsync(() => { }, "it says nothing of evidence");
    }

    [Fact]
    public async Task A_damaged_content_store_gives_no_backup_and_nothing_of_it_is_left()
    {
        await using var archive = await TestArchive.CreateAsync();
        var digest = await FillAsync(archive);
        await using (var damage = archive.Database.CreateCommand("update archive_content.chunk set bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1)"))
            await damage.ExecuteNonQueryAsync(Cancellation);

        var refused = (await archive.Host.Sender.Send(new WriteBackup(_place.Folder) { Asker = new Asker("tester", Role.Administrator) }, Cancellation)).ShouldBeOfType<Outcome<WrittenBackup>.Refused>().Refusal;

        refused.Code.ShouldBe("content-altered");
        Directory.EnumerateFileSystemEntries(_place.Folder).ShouldBeEmpty();
        digest.Length.ShouldBe(64);
    }

    /// <returns>The capture's digest.</returns>
    private static async Task<string> FillAsync(TestArchive archive)
    {
        await archive.RegisterAsync("s");
        await archive.DoAsync(new OpenRecord(archive.Context(), "r", new RecordDraft("R")));
        var digest = await archive.CaptureAsync("s", Text);
        await archive.QuoteAsync("r/quoted", "s", "sang at dawn");
        await archive.DoAsync(new RecordClaim(archive.Context(), "r/secret", new ClaimDraft("A secret", Filling.Nothing), [new CitationDraft("s")], Sensitive: true));
        return digest;
    }

    private static async Task<string> SaysAsync(TestArchive archive) => (await archive.AskAsync(new GetClaim("r/secret", AsOf.Latest))).Claim.Content!.Says;

    private static async Task<byte[]?> BytesAsync(TestArchive archive, string digest)
    {
        await using var stream = await archive.Host.Services.GetRequiredService<IContentStore>().OpenAsync(digest, Cancellation);
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    private static async Task<long> UnconfirmedAsync(TestArchive archive)
    {
        await using var command = archive.Database.CreateCommand("select count(*) from archive_content.kept where not confirmed");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task DamagedAsync(Action damage, string told)
    {
        damage();
        var refused = await _place.RefusedAsync();
        (refused.Code, refused.Message.Contains(told, StringComparison.Ordinal)).ShouldBe(("backup-damaged", true), refused.Message);
    }

    private sealed class StopAt(long done) : IProgress<BackupProgress>
    {
        private readonly CancellationTokenSource _stop = new();

        public CancellationToken Token => _stop.Token;

        public void Report(BackupProgress value)
        {
            if (value.Done >= done)
                _stop.Cancel();
        }
    }
}
