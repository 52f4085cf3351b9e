using Archive.Domain.Ledger.Notes;
using Archive.IntegrationTests.Dossiers;
using Archive.IntegrationTests.Ledger;
using Archive.Ledger;
using Archive.Packages;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Packages;

[Trait("Log", "none")]
public sealed class PackageKeyTests
{
    [Fact]
    public async Task A_package_of_an_old_entry_verifies_by_the_key_of_its_day_and_nothing_altered_is_handed_out()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        await archive.RecordAsync("r/c1", "s");
        using var folder = new Folder();
        var before = await ExportAsync("before");
        (await archive.ChangeAsync(new LedgerKeyChange.Rotate())).ShouldBeNull();
        var after = await ExportAsync("after");

        after.Key.ShouldNotBe(before.Key);
        (await BagVerification.VerifyAsync(after.Folder, [VerifierKey.Parse(after.Key)], default))!.Errors.ShouldBeEmpty();
        (await BagVerification.VerifyAsync(before.Folder, [VerifierKey.Parse(before.Key)], default))!.Errors.ShouldBeEmpty();
        (await BagVerification.VerifyAsync(after.Folder, [VerifierKey.Parse(before.Key)], default))!.Complete.ShouldBeFalse();

        await using (var command = archive.Database.CreateCommand("update archive_g1.mt_doc_claim_version set stream_digest = repeat('0', 64)"))
            (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await archive.Host.Sender.Send(Export("altered"))).ShouldBeOfType<Outcome<ExportedBag>.Refused>().Refusal.Code.ShouldBe("package-unsound");
        await archive.Tampering.RetitleAsync("s");
        (await archive.Host.Sender.Send(Export("altered"))).ShouldBeOfType<Outcome<ExportedBag>.Refused>().Refusal.Code.ShouldBe("event-altered");
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(2);

        Task<ExportedBag> ExportAsync(string name) => archive.AskAsync(Export(name));

        ExportBag Export(string name) => new("r", new AsOf.Entry(3), Path.Combine(folder.Path, name)) { Asker = TestArchive.Tester };
    }
}
