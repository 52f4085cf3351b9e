using Archive.Domain.Ledger.Notes;
using Archive.Dossiers;
using Archive.IntegrationTests.Dossiers;
using Archive.Packages;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Packages;

/// <summary>An archive of the invented record, and a package of it as it stands.</summary>
public sealed class PackagedArchive : IAsyncLifetime
{
    public const string Record = "specimen-evidence";

    private readonly List<Folder> _folders = [];

    internal TestArchive Archive { get; private set; } = null!;

    internal ExportedBag Exported { get; private set; } = null!;

    internal VerifierKey Key => VerifierKey.Parse(Exported.Key);

    public async ValueTask InitializeAsync()
    {
        Archive = await TestArchive.CreateAsync();
        await Archive.AskAsync(new ImportDossier(SampleFolder.Specimen, TestArchive.Named("editor")));
        await Archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        Exported = await ExportAsync(AsOf.Latest);
    }

    internal Task<ExportedBag> ExportAsync(AsOf asOf, string record = Record) => ExportFromAsync(Archive, asOf, record);

    internal async Task<ExportedBag> ExportFromAsync(TestArchive archive, AsOf asOf, string record = Record)
    {
        var folder = NewFolder();
        return await archive.AskAsync(new ExportBag(record, asOf, folder) { Asker = TestArchive.Tester });
    }

    internal string NewFolder()
    {
        var folder = new Folder();
        _folders.Add(folder);
        return folder.Path;
    }

    public async ValueTask DisposeAsync()
    {
        _folders.ForEach(folder => folder.Dispose());
        await Archive.DisposeAsync();
    }
}
