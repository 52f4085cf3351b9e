using Archive.Access;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Ledger.Notes;
using Archive.IntegrationTests.Dossiers;
using Archive.IntegrationTests.Evidence;
using Archive.Packages;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Packages;

public sealed class WithheldPackageTests
{
    private const string Text = "The canary sang at dawn, and nobody heard it.";

    [Fact]
    public async Task What_was_erased_is_gone_from_later_packages_which_verify_all_the_same_and_are_imported()
    {
        await using var archive = await FilledAsync();
        var digest = await archive.CaptureAsync("s", Text);
        await archive.QuoteAsync("r/c1", "s", "sang at dawn");
        await archive.DoAsync(new RecordClaim(archive.Context(), "r/c2", new ClaimDraft("Kept apart", Filling.Nothing), [new CitationDraft("s")], Sensitive: true));
        using var folder = new Folder();
        var before = await ExportAsync(archive, folder, "before", AsOf.Latest);

        (await archive.EraseAsync("source/s", digest)).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        (await archive.EraseAsync("claim/r/c2")).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        var after = await ExportAsync(archive, folder, "after", AsOf.Latest);
        var old = await ExportAsync(archive, folder, "old", new AsOf.Entry(before.AsOf.Entry));

        (before.Gone, after.Gone, old.Gone).ShouldBe((0, 3, 3), "the bytes, which are their own text, a quote and what a claim said");
        old.Digest.ShouldBe(before.Digest, "a snapshot's digest survives erasure");
        foreach (var bag in new[] { before, after, old })
            (await BagVerification.VerifyAsync(bag.Folder, [VerifierKey.Parse(bag.Key)], default))!.Errors.ShouldBeEmpty();
        foreach (var file in Directory.EnumerateFiles(after.Folder, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(old.Folder, "*", SearchOption.AllDirectories)))
            File.ReadAllText(file).ShouldNotContain("sang at dawn");

        await using var elsewhere = await TestArchive.CreateAsync();
        var imported = await elsewhere.AskAsync(new ImportBag(after.Folder, [VerifierKey.Parse(after.Key)], TestArchive.Named("editor")));
        (imported.Gone, imported.LeftOut).ShouldBe((3, 3), "two orders to erase, and the claim of which nothing is left");
        (await elsewhere.AskAsync(new ImportBag(after.Folder, [VerifierKey.Parse(after.Key)], TestArchive.Named("editor")))).Events.ShouldBe(0);
    }

    [Fact]
    public async Task A_package_is_written_only_for_whoever_sees_all_of_the_record()
    {
        await using var archive = await FilledAsync();
        var digest = await archive.CaptureAsync("s", Text);
        await archive.RecordAsync("r/c1", "s");
        await archive.DoAsync(new SetAccess(archive.Context(), "source/s", new AccessRule(AccessKind.Closed, LegalBasis: "Deed"), "x", digest));
        using var folder = new Folder();

        var refused = (await archive.Host.Sender.Send(new ExportBag("r", AsOf.Latest, Path.Combine(folder.Path, "bag")) { Asker = new("e1", Role.Editor) }))
            .ShouldBeOfType<Outcome<ExportedBag>.Refused>().Refusal;
        refused.Code.ShouldBe("export-withheld");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();

        var bag = await archive.AskAsync(new ExportBag("r", AsOf.Latest, Path.Combine(folder.Path, "bag")) { Asker = new("a1", Role.Auditor) });
        (await BagVerification.VerifyAsync(bag.Folder, [VerifierKey.Parse(bag.Key)], default))!.Errors.ShouldBeEmpty();
    }

    private static Task<ExportedBag> ExportAsync(TestArchive archive, Folder folder, string name, AsOf asOf) =>
        archive.AskAsync(new ExportBag("r", asOf, Path.Combine(folder.Path, name)) { Asker = TestArchive.Tester });

    private static async Task<TestArchive> FilledAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        return archive;
    }
}
