using System.Security.Cryptography;
using Archive.Domain.Sources;
using Archive.Dossiers;
using Archive.Sources;

namespace Archive.IntegrationTests.Dossiers;

/// <summary>The dossier of invented documents through a real archive, with its captures.</summary>
public sealed class CaptureDossierTests
{
    [Fact]
    public async Task The_bytes_that_come_out_are_those_that_went_in_and_a_second_import_changes_nothing()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(SampleFolder.Specimen, TestArchive.Named("editor")));
        (await archive.AskAsync(new ImportDossier(SampleFolder.Specimen, TestArchive.Named("editor")))).Events.ShouldBe(0);
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);

        using var folder = new Folder();
        var exported = await archive.AskAsync(new ExportDossier("specimen-evidence", folder.Path));
        var captures = exported.Files.Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "captures").ToArray();
        captures.Select(Digest).Order(StringComparer.Ordinal)
            .ShouldBe(Directory.EnumerateFiles(Path.Combine(SampleFolder.Specimen, "captures")).Select(Digest).Order(StringComparer.Ordinal));
        captures.Length.ShouldBeGreaterThanOrEqualTo(10);
        captures.ShouldAllBe(file => Path.GetFileNameWithoutExtension(file) == Digest(file));
    }

    [Fact]
    public async Task An_exported_dossier_brings_its_captures_elsewhere_and_back()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var elsewhere = await TestArchive.CreateAsync();
        using var folder = new Folder();
        await archive.AskAsync(new ImportDossier(SampleFolder.Specimen, TestArchive.Named("editor")));
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        // What was done to a source before it was captured once more stands behind its captures in the dossier.
        var (source, draft) = ("specimen-courier", new CaptureDraft(DateTimeOffset.UnixEpoch, "The desk", CaptureMethod.Print));
        await archive.DoAsync(new RateSource(archive.Context(), source, Reliability.C));
        await archive.DoAsync(new CaptureSource(archive.Context(), source, draft, new CaptureBytes(() => new MemoryStream("Another copy"u8.ToArray()))));
        await archive.AskAsync(new ExportDossier("specimen-evidence", folder.Path));

        (await archive.AskAsync(new ImportDossier(folder.Path, TestArchive.Named("editor")))).Events.ShouldBe(0);
        await elsewhere.AskAsync(new ImportDossier(folder.Path, TestArchive.Named("editor")));
        (await CapturesAsync(elsewhere)).ShouldBe(await CapturesAsync(archive));
        (await elsewhere.AskAsync(new ImportDossier(SampleFolder.Specimen, TestArchive.Named("editor")))).Events.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_cannot_be_captured_stops_the_import_before_anything_is_recorded()
    {
        await using var archive = await TestArchive.CreateAsync();
        using var folder = new Folder();
        folder.CopyFrom(SampleFolder.Specimen);
        File.WriteAllBytes(Path.Combine(folder.Path, "captures", "harbour-accord.pdf"), "%PDF-1.4 and nothing else"u8.ToArray());
        File.WriteAllBytes(Path.Combine(folder.Path, "captures", "evening-mole-reprint.txt"), []);

        var invalid = (await archive.Host.Sender.Send(new ImportDossier(folder.Path, TestArchive.Named("editor")))).ShouldBeOfType<Outcome<ImportResult>.Invalid>();
        invalid.Violations.Count.ShouldBe(2);
        invalid.Violations.ShouldAllBe(violation => violation.Pointer.StartsWith("sources.yaml:", StringComparison.Ordinal));
        (await archive.Log.FindEndAsync(TestContext.Current.CancellationToken)).ShouldBe(Archive.EventLog.LogPosition.Start);
    }

    private static async Task<string[]> CapturesAsync(TestArchive archive) => (await Laws.RandomArchive.EventsAsync(archive))
        .Where(logged => logged.Type == "source-captured.v1")
        .Select(logged => System.Text.Encoding.UTF8.GetString(logged.Data.Span))
        .Order(StringComparer.Ordinal)
        .ToArray();

    private static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
