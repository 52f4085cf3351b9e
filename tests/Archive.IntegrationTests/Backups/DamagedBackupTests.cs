using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Archive.Backups;
using Archive.Domain.Events;

namespace Archive.IntegrationTests.Backups;

/// <summary>Whatever is wrong with a backup is told by name before a place is even looked for.</summary>
public sealed class DamagedBackupTests : IClassFixture<SoundBackup>, IDisposable
{
    private readonly BackupPlace _place;

    public DamagedBackupTests(SoundBackup sound) => _place = sound.Copy();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_file_is_named_that_is_missing_short_long_or_has_a_flipped_bit()
    {
        var path = _place.PathOf("events-000002.ndjson.gz");
        var sound = await File.ReadAllBytesAsync(path);
        var flipped = sound.ToArray();
        flipped[^20] ^= 4;
        await DamagedAsync(() => File.WriteAllBytes(path, flipped), "events-000002.ndjson.gz has another SHA-256");
        await DamagedAsync(() => File.WriteAllBytes(path, sound[..^9]), "events-000002.ndjson.gz has");
        await DamagedAsync(() => File.WriteAllBytes(path, [.. sound, 0]), "events-000002.ndjson.gz has");
        await DamagedAsync(() => File.Delete(path), "events-000002.ndjson.gz is missing");
    }

    [Theory]
    [InlineData("\"name\": \"archive.test/log\"", "\"name\": \"archive.test/lug\"")]
    [InlineData("\"lastEntry\"", "\"lostEntry\"")]
    [InlineData("\"createdAt\": \"2", "\"createdAt\": \"3")]
    [InlineData("\"digest\": \"", "\"digest\": \"0")]
    [InlineData("\"events\": ", "\"events\": 1")]
    [InlineData("{", "[")]
    [InlineData("\"format\"", "\"format\": \"twice\", \"format\"")]
    public async Task A_changed_manifest_is_refused(string part, string by)
    {
        var text = await File.ReadAllTextAsync(_place.ManifestPath);
        if (part == "\"lastEntry\"")
            text = text.Replace("\"predecessors\": []", "\"predecessors\": [{\"name\": \"a\", \"lastEntry\": 1}]", StringComparison.Ordinal);
        text.ShouldContain(part);
        await DamagedAsync(() => File.WriteAllText(_place.ManifestPath, text.Replace(part, by, StringComparison.Ordinal)), "manifest.json");
    }

    [Theory]
    [InlineData("../events-000001.ndjson.gz")]
    [InlineData("/etc/passwd")]
    [InlineData("events-000001.ndjson.gz/../manifest.json")]
    [InlineData("events-000002.ndjson.gz")]
    [InlineData("EVENTS-000001.ndjson.gz")]
    [InlineData("")]
    public async Task No_name_in_a_manifest_leads_out_of_the_folder_or_to_another_file(string name)
    {
        await _place.ChangeManifestAsync(manifest => manifest["files"]![0]!["name"] = name);
        await DamagedAsync(() => { }, $"it names the file '{name}' where events-000001.ndjson.gz should be");
    }

    [Theory]
    [InlineData("format", "\"zip\"")]
    [InlineData("format", "7")]
    [InlineData("version", "4")]
    [InlineData("version", "\"1\"")]
    [InlineData("version", "null")]
    public async Task An_unknown_form_is_refused_as_such(string member, string value)
    {
        await _place.ChangeManifestAsync(manifest => manifest[member] = JsonNode.Parse(value));
        (await _place.RefusedAsync()).Code.ShouldBe("backup-unknown-form");
    }

    /// <summary>As somebody changes it who knows the form, with every digest of the files made anew.</summary>
    [Fact]
    public async Task Lines_are_named_that_are_swapped_missing_doubled_changed_or_no_events()
    {
        const string File = "events-000001.ndjson.gz";
        var lines = await LinesAsync(File);
        await ChangedAsync(File, [lines[0], lines[2], lines[1], .. lines[3..]], "line 2: entry 2 should stand here, not 3");
        await ChangedAsync(File, [lines[0], .. lines[2..]], "line 2: entry 2 should stand here, not 3");
        await ChangedAsync(File, [lines[0], lines[0], .. lines[1..]], "line 2: entry 2 should stand here, not 1");
        await ChangedAsync(File, lines[..^1], $"line {lines.Length}: it ends after {lines.Length - 1} events");
        await ChangedAsync(File, [.. lines, Renumbered(lines[0], lines.Length + 1)], $"line {lines.Length + 1}: entry {lines.Length + 1} (event");
        await ChangedAsync(File, [Renumbered(lines[1], 1), Renumbered(lines[0], 2), .. lines[2..]], "line 1: entry 1 (event");
        await ChangedAsync(File, [lines[0], lines[1].Replace("Person", "Persoon", StringComparison.Ordinal).Replace("Source", "Sauce", StringComparison.Ordinal), .. lines[2..]], "line 2: entry 2 (event");
        await ChangedAsync(File, [lines[0], "{}", .. lines[2..]], "line 2: this is no line of a backup");
        await ChangedAsync(File, [lines[0], "nonsense", .. lines[2..]], "line 2: this is no line of a backup");
        await ChangedAsync(File, [lines[0], "", .. lines[1..]], "line 2: this is no line of a backup");
        await ChangedAsync(File, [lines[0], new string(' ', BackupLayout.LongestLine + 1), .. lines[1..]], "line 2: it is longer than any line");
    }

    [Fact]
    public async Task What_is_no_gzip_or_ends_early_is_refused_even_where_the_digests_are_right()
    {
        const string File = "events-000001.ndjson.gz";
        var sound = await System.IO.File.ReadAllBytesAsync(_place.PathOf(File));
        await _place.ReplaceAsync(File, sound[..(sound.Length / 2)]);
        await DamagedAsync(() => { }, File);
        await _place.ReplaceAsync(File, Encoding.UTF8.GetBytes("plain text"));
        await DamagedAsync(() => { }, File);
    }

    [Fact]
    public async Task The_root_hash_and_the_last_entry_must_be_those_of_the_events()
    {
        await _place.ChangeManifestAsync(manifest => manifest["rootHash"] = new string('0', 64));
        await DamagedAsync(() => { }, "root hash");
    }

    private async Task ChangedAsync(string file, string[] lines, string message)
    {
        var sound = await File.ReadAllBytesAsync(_place.PathOf(file));
        await _place.ReplaceAsync(file, Zip(lines));
        await DamagedAsync(() => { }, $"{file}, {message}");
        await _place.ReplaceAsync(file, sound);
    }

    private async Task DamagedAsync(Action damage, string message)
    {
        damage();
        var refusal = await _place.RefusedAsync();
        refusal.Code.ShouldBe("backup-damaged", refusal.Message);
        refusal.Message.ShouldContain(message);
    }

    private async Task<string[]> LinesAsync(string file)
    {
        await using var zipped = new GZipStream(File.OpenRead(_place.PathOf(file)), CompressionMode.Decompress);
        using var reader = new StreamReader(zipped);
        return (await reader.ReadToEndAsync()).TrimEnd('\n').Split('\n');
    }

    private static byte[] Zip(IEnumerable<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Fastest))
            zipped.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        return bytes.ToArray();
    }

    private static string Renumbered(string line, int entry)
    {
        var json = JsonNode.Parse(line)!;
        json["entry"] = entry;
        return json.ToJsonString(ArchiveJson.Options);
    }
}
