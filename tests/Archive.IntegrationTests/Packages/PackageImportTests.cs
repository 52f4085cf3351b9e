using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;
using Archive.Domain.Claims;
using Archive.Evidence;
using Archive.Packages;
using Archive.Snapshots;
using Archive.Tests.Packages;

namespace Archive.IntegrationTests.Packages;

public sealed class PackageImportTests(PackagedArchive packaged) : IClassFixture<PackagedArchive>
{
    [Fact]
    public async Task A_package_is_imported_with_its_proofs_and_again_without_effect()
    {
        await using var elsewhere = await TestArchive.CreateAsync();
        var plan = await elsewhere.AskAsync(new PlanBagImport(packaged.Exported.Folder, [packaged.Key], TestArchive.Named("editor")));
        var imported = await elsewhere.AskAsync(Import());
        imported.Events.ShouldBe(plan.Events.Count);
        (imported.Log, imported.Entry).ShouldBe((packaged.Exported.AsOf.Log, packaged.Exported.AsOf.Entry));
        (await elsewhere.AskAsync(Import())).Events.ShouldBe(0);

        await elsewhere.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        var head = (await elsewhere.AskAsync(new GetStatus())).Entry;
        var claims = await elsewhere.ReadAsync(head, snapshot => snapshot.ClaimsOfAsync(PackagedArchive.Record));
        claims.Count.ShouldBeGreaterThan(5);
        claims.ShouldAllBe(claim => claim.State.Citations.Any(citation => citation.Source == imported.Evidence && citation.Stance == Stance.Mentions));
        var evidence = (await elsewhere.ReadAsync(head, snapshot => snapshot.SourcesAsync([imported.Evidence]))).ShouldHaveSingleItem().State.Captures.ShouldHaveSingleItem();
        await using var bytes = await elsewhere.Host.Services.GetRequiredService<IContentStore>().OpenAsync(evidence.Digest, default);
        using var reader = new StreamReader(bytes.ShouldNotBeNull());
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("archive-statement/v1");

        ImportBag Import() => new(packaged.Exported.Folder, [packaged.Key], TestArchive.Named("editor"));
    }

    [Fact]
    public async Task A_package_that_was_changed_is_not_imported()
    {
        var copy = Path.Combine(packaged.NewFolder(), "bag");
        BagTampering.Copy(packaged.Exported.Folder, copy);
        File.AppendAllText(Path.Combine(copy, "data", "events.ndjson"), "\n");
        BagTampering.Reseal(copy);

        var refused = await packaged.Archive.Host.Sender.Send(new ImportBag(copy, [packaged.Key], TestArchive.Named("editor")));
        refused.ShouldBeOfType<Outcome<ImportedBag>.Refused>().Refusal.Code.ShouldBe("package-incomplete");
    }
}
