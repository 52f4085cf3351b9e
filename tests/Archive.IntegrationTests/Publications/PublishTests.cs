using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.IntegrationTests.Cli;
using Archive.IntegrationTests.Ledger;
using Archive.Packages;
using Archive.Publications;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Publications;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class PublishTests : IDisposable
{
    private static readonly string[] LeafMembers = ["entry", "eventId", "metadataDigest", "payloadDigest", "recordedAt", "type"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-published");
    private int _registered;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Log => Path.Combine(_folder.FullName, "log");

    [Fact]
    public async Task A_published_log_grows_with_the_ledger_and_is_watched_over_the_web()
    {
        await using var archive = await TestArchive.CreateAsync();
        await GrowAsync(archive, 120);
        var first = await PublishedAsync(archive);
        (first.FormerSize, first.Size).ShouldBe((null, (await archive.HeadAsync()).Entry));
        await IsWholeAsync(Log);
        (await PublishedAsync(archive)).Files.ShouldBe(0);
        using var site = new StaticSite(Log);
        var key = (await archive.KeysAsync()).ShouldHaveSingleItem().Verifier.ToString();
        (await WatchAsync(site, key)).Code.ShouldBe(0);

        await GrowAsync(archive, 200);
        await Should.ThrowAsync<OperationCanceledException>(() => archive.AskAsync(new PublishLedger(Log, Progress: new Interrupting()).AsTester()));
        (await WatchAsync(site, key)).Code.ShouldBe(0);
        await IsWholeAsync(Log);
        var second = await PublishedAsync(archive);
        (second.FormerSize, second.Size > 256).ShouldBe((first.Size, true));
        await IsWholeAsync(Log);
        Directory.Exists(Path.Combine(Log, "tile", "0", "000.p")).ShouldBeFalse();
        Directory.EnumerateFiles(Log, "*unfinished").ShouldBeEmpty();
        var seen = await WatchAsync(site, key);
        (seen.Code, seen.Output.Contains($"goes on from entry {first.Size}", StringComparison.Ordinal)).ShouldBe((0, true), seen.Error);

        var anew = Path.Combine(_folder.FullName, "anew");
        var process = await ArchiveProcess.RunAsync(archive.ConnectionString, "ledger", "publish", anew, "--json");
        process.Code.ShouldBe(0, process.Error);
        JsonNode.Parse(process.Output)!["size"]!.GetValue<long>().ShouldBe(second.Size);
        foreach (var file in Directory.EnumerateFiles(anew, "*", SearchOption.AllDirectories))
            (await File.ReadAllBytesAsync(file, Cancellation)).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(Log, Path.GetRelativePath(anew, file)), Cancellation), file);
        File.Delete(Path.Combine(Log, "tile/0/000"));
        await PublishedAsync(archive, again: true);
        await IsWholeAsync(Log);

        var (witness, cosigned) = (Path.Combine(_folder.FullName, "witness.key"), Path.Combine(_folder.FullName, "cosigned"));
        var made = await ArchiveProcess.RunWithAsync(new Dictionary<string, string>(), "ledger", "cosign", "--new-key", "witness.example/w1", "--key", witness);
        (await WatchAsync(site, key, "--key", witness, "--out", cosigned)).Code.ShouldBe(0);
        var accepted = await ArchiveProcess.RunAsync(archive.ConnectionString, "ledger", "accept", cosigned, "--key", made.Output.Trim());
        accepted.Code.ShouldBe(0, accepted.Error);
        (await PublishedAsync(archive)).Size.ShouldBe(second.Size);
        (await File.ReadAllTextAsync(Path.Combine(Log, "checkpoint"), Cancellation)).ShouldBe(await File.ReadAllTextAsync(cosigned, Cancellation));
        await IsWholeAsync(Log);
    }

    [Fact]
    public async Task Into_another_folder_or_over_another_history_nothing_is_written()
    {
        await using var archive = await TestArchive.CreateAsync();
        (await RefusedAsync(archive)).ShouldBe("ledger-empty");
        await GrowAsync(archive, 5);
        var published = await PublishedAsync(archive);
        using (new FileStream(Path.Combine(Log, "checkpoint.unfinished"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
            (await RefusedAsync(archive)).ShouldBe("publication-busy");
        var other = Path.Combine(_folder.FullName, "other");
        Directory.CreateDirectory(Path.Combine(other, "photos"));
        (await RefusedAsync(archive, other)).ShouldBe("folder-not-empty");

        SigningKey.TryParse(await File.ReadAllTextAsync(Directory.GetFiles(TestKeys.FolderOf(archive.ConnectionString)).Single(), Cancellation), out var key).ShouldBeTrue();
        using (key)
        {
            foreach (var (checkpoint, signer, code) in new[]
            {
                (new Checkpoint(published.Log, published.Size + 1, Sha256Digest.Of([1])), key!, "publication-inconsistent"),
                (new Checkpoint(published.Log, published.Size, Sha256Digest.Of([1])), key!, "publication-inconsistent"),
                (new Checkpoint(published.Log, published.Size - 1, Sha256Digest.Of([1])), key!, "publication-inconsistent"),
                (new Checkpoint(published.Log, published.Size, Sha256Digest.Parse(published.Root)), new SigningKey(published.Log, NoteKeyType.Ed25519, new byte[32]), "publication-inconsistent"),
                (new Checkpoint("log.example/other", published.Size, Sha256Digest.Parse(published.Root)), key!, "publication-other-log"),
            })
            {
                await PutAsync(new SignedNote(checkpoint.ToText(), [signer.Sign(checkpoint.ToText())]).ToString());
                (await RefusedAsync(archive)).ShouldBe(code);
            }

            await PutAsync("no note");
            (await RefusedAsync(archive)).ShouldBe("publication-other-log");

            var ahead = new Checkpoint(published.Log, published.Size + 9, Sha256Digest.Of([1]));
            await using var command = archive.Database.CreateCommand("insert into archive.ledger_checkpoint (log, number, size, root, note, signed_at) values ($1, 1000, $2, $3, $4, now())");
            foreach (var value in new object[] { ahead.Origin, ahead.Size, ahead.Root.ToArray(), new SignedNote(ahead.ToText(), [key!.Sign(ahead.ToText())]).ToString() })
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(Cancellation);
            (await RefusedAsync(archive, Path.Combine(_folder.FullName, "new"))).ShouldBe("ledger-behind-checkpoint");

            // Nor is a package written to such a checkpoint, of which there are no tiles.
            await archive.OpenAsync("later");
            (await archive.Host.Sender.Send(new ExportBag("later", AsOf.Latest, Path.Combine(_folder.FullName, "bag")) { Asker = TestArchive.Tester }))
                .ShouldBeOfType<Outcome<ExportedBag>.Refused>().Refusal.Code.ShouldBe("ledger-behind-checkpoint");
        }
    }

    [Fact]
    public async Task Entries_that_were_altered_behind_the_archives_back_are_not_published()
    {
        await using var archive = await TestArchive.CreateAsync();
        await GrowAsync(archive, 5);
        await PublishedAsync(archive);
        await GrowAsync(archive, 3);
        var before = await File.ReadAllTextAsync(Path.Combine(Log, "checkpoint"), Cancellation);
        await using (var command = archive.Database.CreateCommand("update archive_g1.mt_doc_ledger_entry set data = jsonb_set(data, '{payloadDigest}', to_jsonb(repeat('0', 64))) where id = 7"))
            (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
        (await RefusedAsync(archive)).ShouldBe("ledger-tree-altered");
        (await File.ReadAllTextAsync(Path.Combine(Log, "checkpoint"), Cancellation)).ShouldBe(before);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task GrowAsync(TestArchive archive, int count)
    {
        for (var i = 0; i < count; i += 20)
            await Task.WhenAll(Enumerable.Range(i, Math.Min(20, count - i)).Select(_ => archive.RegisterAsync($"s{Interlocked.Increment(ref _registered)}")));
    }

    private async Task<PublishedLedger> PublishedAsync(TestArchive archive, string? folder = null, bool again = false) =>
        await archive.Host.Sender.Send(new PublishLedger(folder ?? Log, again).AsTester(), Cancellation) switch
        {
            Outcome<PublishedLedger>.Ok { Value: var published } => published,
            var other => throw new ShouldAssertException($"{other}"),
        };

    private async Task<string> RefusedAsync(TestArchive archive, string? folder = null) =>
        (await archive.Host.Sender.Send(new PublishLedger(folder ?? Log).AsTester(), Cancellation)).ShouldBeOfType<Outcome<PublishedLedger>.Refused>().Refusal.Code;

    private Task PutAsync(string checkpoint) => File.WriteAllTextAsync(Path.Combine(Log, "checkpoint"), checkpoint, Cancellation);

    private Task<ArchiveProcess> WatchAsync(StaticSite site, string key, params string[] more) => ArchiveProcess.RunWithAsync(
        new Dictionary<string, string>(), ["ledger", "watch", site.Address.AbsoluteUri, "--log-key", key, "--state", Path.Combine(_folder.FullName, "seen"), "--once", .. more]);

    /// <summary>Reads a published log as a stranger does: every bundle, every leaf, the root; and that the leaves name nobody.</summary>
    private static async Task IsWholeAsync(string folder)
    {
        SignedNote.TryParse(await File.ReadAllBytesAsync(Path.Combine(folder, "checkpoint"), Cancellation), out var note, out _).ShouldBeTrue();
        Checkpoint.TryParse(note!.Text, out var checkpoint).ShouldBeTrue();
        var tree = new GrowingTree();
        for (var index = 0L; index << 8 < checkpoint!.Size; index++)
        {
            var address = TileAddress.In(checkpoint.Size, 0, index);
            EntryBundle.TryParse(await File.ReadAllBytesAsync(Path.Combine(folder, address.ToEntriesPath()), Cancellation), out var entries).ShouldBeTrue();
            entries!.Count.ShouldBe(address.Width);
            foreach (var entry in entries)
            {
                tree.Append(LedgerLeaf.HashOf(entry.Span));
                var leaf = JsonNode.Parse(Encoding.UTF8.GetString(entry.Span))!.AsObject();
                leaf.Select(member => member.Key).ShouldBe(LeafMembers);
                leaf["entry"]!.GetValue<long>().ShouldBe(tree.Size);
            }
        }

        foreach (var tile in tree.TakeChanges())
            (await File.ReadAllBytesAsync(Path.Combine(folder, tile.Address.ToPath()), Cancellation)).ShouldBe(tile.Hashes.ToArray(), tile.ToString());
        tree.ToRoot().ShouldBe(checkpoint.Root);
    }

    /// <summary>Stops the work as Ctrl-C does, when all is written but the checkpoint.</summary>
    private sealed class Interrupting : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => throw new OperationCanceledException();
    }
}
