using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Backups;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger.Notes;
using Archive.Projection;
using Archive.Tests.Dossiers;
using Archive.Tests.Events;
using NJsonSchema;

namespace Archive.Tests.Backups;

public sealed class BackupSchemaTests
{
    public static TheoryData<string, Type> Forms => new()
    {
        { "manifest.v1", typeof(BackupManifest) },
        { "manifest.v2", typeof(BackupManifest) },
        { "manifest.v3", typeof(BackupManifest) },
        { "event.v1", typeof(BackupEvent) },
        { "content.v1", typeof(BackedUpContent) },
        { "kept.v1", typeof(BackedUpWords) },
        { "destruction.v1", typeof(BackedUpDestruction) },
        { "verifier-key.v1", typeof(BackedUpKey) },
        { "checkpoint.v1", typeof(BackedUpCheckpoint) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_example_fits_its_schema_is_read_and_written_back_as_it_was(string form, Type type)
    {
        var example = await File.ReadAllTextAsync(PathOf($"{form}.example.json"));
        (await SchemaAsync(form)).Validate(example).ShouldBeEmpty();

        var read = JsonSerializer.Deserialize(example, type, ArchiveJson.Options);

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, type, ArchiveJson.Options), JsonNode.Parse(example)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Whatever_fits_the_schema_is_read(string form, Type type)
    {
        var schema = await SchemaAsync(form);
        var example = JsonNode.Parse(await File.ReadAllTextAsync(PathOf($"{form}.example.json")))!.AsObject();
        var spoilt = Mutations.Of(example).ToList();
        spoilt.Count.ShouldBeGreaterThan(40);
        // The other way round the schema says more than reading asks: numbers, digests and names of files are checked by a restore, which names what is wrong.
        spoilt.Where(mutation => schema.Validate(mutation.Json).Count == 0 && !IsRead(mutation.Json, type)).Select(mutation => mutation.What).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_written_fits_the_schemas()
    {
        using var temporary = new TemporaryFolder();
        var path = Path.Combine(temporary.Path, "backup");
        var manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(PathOf("manifest.v3.example.json")), ArchiveJson.Options)!;
        var line = JsonSerializer.Deserialize<BackupEvent>(await File.ReadAllTextAsync(PathOf("event.v1.example.json")), ArchiveJson.Options)!;
        await using (var folder = new BackupFolder(path))
        {
            folder.Create();
            // Another log may keep JSON with line breaks; a backup has a line an event.
            await folder.WriteAsync(line with { Data = "{\n  \"text\":\r\n \"\\n 😀 \"}"u8.ToArray() }, TestContext.Current.CancellationToken);
            await folder.WriteAsync(line, TestContext.Current.CancellationToken);
            await folder.FinishAsync(files => manifest with { Files = files.ToValueList() }, TestContext.Current.CancellationToken);
        }

        (await SchemaAsync("manifest.v3")).Validate(await File.ReadAllTextAsync(Path.Combine(path, "manifest.json"))).ShouldBeEmpty();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(path, "events-000001.ndjson.gz")), CompressionMode.Decompress));
        var written = (await lines.ReadToEndAsync()).Split('\n');
        written.Length.ShouldBe(3);
        written[2].ShouldBeEmpty();
        var schema = await SchemaAsync("event.v1");
        written[..2].SelectMany(text => schema.Validate(text)).ShouldBeEmpty();
        JsonSerializer.Deserialize<BackupEvent>(written[0], ArchiveJson.Options)!.Data.ToArray().ShouldBe("{   \"text\":   \"\\n 😀 \"}"u8.ToArray());
    }

    [Fact]
    public void The_examples_digests_are_what_they_say()
    {
        foreach (var form in (string[])["manifest.v1", "manifest.v2", "manifest.v3"])
        {
            var manifest = JsonNode.Parse(File.ReadAllText(PathOf($"{form}.example.json")))!.AsObject();
            BackupManifest.DigestOf(manifest).ShouldBe(manifest["digest"]!.GetValue<string>());
        }

        var kept = JsonSerializer.Deserialize<BackedUpWords>(File.ReadAllText(PathOf("kept.v1.example.json")), ArchiveJson.Options)!;
        Archive.Domain.Evidence.KeptDigest.Of(kept.Salt, kept.Content).ToString().ShouldBe(kept.Digest);
        var key = JsonSerializer.Deserialize<BackedUpKey>(File.ReadAllText(PathOf("verifier-key.v1.example.json")), ArchiveJson.Options)!;
        var checkpoint = JsonSerializer.Deserialize<BackedUpCheckpoint>(File.ReadAllText(PathOf("checkpoint.v1.example.json")), ArchiveJson.Options)!;
        SignedNote.TryParse(checkpoint.Note, out var note, out _).ShouldBeTrue();
        note!.TryVerify([VerifierKey.Parse(key.Key)], out _, out _).ShouldBeTrue();
        var line = JsonSerializer.Deserialize<BackupEvent>(File.ReadAllText(PathOf("event.v1.example.json")), ArchiveJson.Options)!;
        LedgerNumbering.LeafOf(line.Entry, line.Metadata.AppendedAt, line.ToLogged()).ToHash().ToString().ShouldBe(line.LeafHash);
    }

    private static string PathOf(string file) => RepositoryRoot.File("schemas", "backup", file);

    private static Task<JsonSchema> SchemaAsync(string form) => JsonSchema.FromFileAsync(PathOf($"{form}.schema.json"));

    private static bool IsRead(string json, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, ArchiveJson.Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
