using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Backups;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.IntegrationTests.Backups;

/// <summary>A folder for a backup, removed at the end.</summary>
internal sealed class BackupPlace : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("archive-backup-").FullName;

    public string Folder => Path.Combine(_parent, "backup");

    public string ManifestPath => PathOf("manifest.json");

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <param name="fullFile">A file is closed when its lines have come to so many bytes.</param>
    public async Task<WrittenBackup> WriteAsync(TestArchive archive, long fullFile = 8 * 1024)
    {
        var services = archive.Host.Services;
        var handler = new WriteBackupHandler(services.GetRequiredService<IEventLog>(), services.GetRequiredService<ProjectionProgress>(), services.GetRequiredService<EvidenceBackup>(), services.GetRequiredService<LedgerBackup>(), TimeProvider.System) { FullFile = fullFile };
        return (await handler.Handle(new WriteBackup(Folder), TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<WrittenBackup>.Ok>().Value;
    }

    /// <param name="onEventStoreDb">Into which log; null for the suite's.</param>
    public async Task<Outcome<RestoredArchive>> RestoreAsync(TestDatabase database, KnownEntry? known = null, bool? onEventStoreDb = null) => await ArchiveHost.RestoreAsync(
        new RestoreBackup(Folder, known ?? KnownEntry.None),
        _ => Task.FromResult(database.ConnectionString),
        await TestLog.ChooseAsync(database.ConnectionString, onEventStoreDb),
        TestContext.Current.CancellationToken);

    public async Task<RestoredArchive> RestoredAsync(TestDatabase database, KnownEntry? known = null)
    {
        var outcome = await RestoreAsync(database, known);
        return outcome.ShouldBeOfType<Outcome<RestoredArchive>.Ok>($"{outcome}").Value;
    }

    /// <summary>The code and message with which the backup is refused, before any place is asked for.</summary>
    public async Task<Domain.Refusal> RefusedAsync(KnownEntry? known = null) => (await ArchiveHost.RestoreAsync(
        new RestoreBackup(Folder, known ?? KnownEntry.None),
        _ => throw new InvalidOperationException("A place was asked for."),
        null,
        TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<RestoredArchive>.Refused>().Refusal;

    /// <summary>Changes the manifest and, as somebody would who knows the format, its digest.</summary>
    public async Task ChangeManifestAsync(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(ManifestPath))!.AsObject();
        change(manifest);
        manifest["digest"] = BackupManifest.DigestOf(manifest);
        await File.WriteAllTextAsync(ManifestPath, manifest.ToJsonString(ArchiveJson.Options));
    }

    /// <summary>Puts other bytes in the place of a file and into the manifest what they are.</summary>
    public async Task ReplaceAsync(string file, byte[] bytes)
    {
        await File.WriteAllBytesAsync(PathOf(file), bytes);
        await ChangeManifestAsync(manifest =>
        {
            var listed = manifest["files"]!.AsArray().Single(listed => listed!["name"]!.GetValue<string>() == file)!;
            listed["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            listed["bytes"] = bytes.Length;
        });
    }

    /// <summary>SHA-256 of each table of read models, but for the head and what Marten keeps beside a document.</summary>
    public static async Task<string> DigestsAsync(TestArchive archive)
    {
        var generation = (await archive.AskAsync(new GetStatus())).Generation;
        var digests = new StringBuilder();
        foreach (var table in await ValuesAsync(archive.Database, $"select table_name::text from information_schema.tables where table_schema = 'archive_g{generation}' and table_name ~ '^mt_doc_' and table_name !~ 'head|fault' order by 1"))
        {
            var rows = await ValuesAsync(archive.Database, $"select (to_jsonb(t) - '{{mt_last_modified,mt_version}}'::text[])::text from archive_g{generation}.{table} t order by 1");
            digests.Append(System.Globalization.CultureInfo.InvariantCulture, $"{table} {rows.Count} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}\n");
        }

        digests.Length.ShouldBeGreaterThan(300);
        return digests.ToString();
    }

    /// <summary>Leaf hashes from entry 1 up to an entry.</summary>
    public static async Task<IReadOnlyList<string>> LeavesAsync(TestArchive archive, long upTo)
    {
        var entries = await archive.ReadAsync(upTo, snapshot => snapshot.EntriesAsync(Enumerable.Range(1, (int)upTo).Select(n => (long)n)));
        return [.. entries.OrderBy(entry => entry.Id).Select(entry => entry.LeafHash)];
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private static async Task<List<string>> ValuesAsync(NpgsqlDataSource database, string sql)
    {
        var values = new List<string>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }
}
