using Archive.Packages;
using Archive.Snapshots;
using Archive.Tests.Packages;

namespace Archive.IntegrationTests.Packages;

public sealed class PackageTests(PackagedArchive packaged) : IClassFixture<PackagedArchive>
{
    [Fact]
    public async Task A_package_is_a_valid_bag_and_complete_as_signed()
    {
        (await BagValidation.ValidateAsync(packaged.Exported.Folder, default))!.Errors.ShouldBeEmpty();

        var verdict = (await BagVerification.VerifyAsync(packaged.Exported.Folder, [packaged.Key], default))!;
        verdict.Errors.ShouldBeEmpty();
        verdict.Complete.ShouldBeTrue();
        (verdict.Record, verdict.SnapshotDigest, verdict.Entries).ShouldBe((PackagedArchive.Record, packaged.Exported.Digest, packaged.Exported.Entries));
        verdict.Quotes.ShouldBeGreaterThan(0);
        verdict.Captures.ShouldBe(packaged.Exported.Captures);
    }

    [Fact]
    public async Task A_package_as_of_every_entry_verifies_though_the_archive_has_gone_on()
    {
        for (var entry = 8L; entry < packaged.Exported.AsOf.Entry; entry += 13)
        {
            var asked = await packaged.Archive.Host.Sender.Send(new ExportBag(PackagedArchive.Record, new AsOf.Entry(entry), packaged.NewFolder()) { Asker = TestArchive.Tester });
            if (asked is not Outcome<ExportedBag>.Ok { Value: var bag })
                continue;
            (await BagVerification.VerifyAsync(bag.Folder, [packaged.Key], default))!.Errors.ShouldBeEmpty();
            bag.AsOf.Entry.ShouldBe(entry);
        }
    }

    [Fact]
    public async Task The_same_entry_gives_the_same_bytes()
    {
        var again = await packaged.ExportAsync(new AsOf.Entry(packaged.Exported.AsOf.Entry));

        foreach (var file in Directory.EnumerateFiles(packaged.Exported.Folder, "*", SearchOption.AllDirectories))
            File.ReadAllBytes(Path.Combine(again.Folder, Path.GetRelativePath(packaged.Exported.Folder, file))).ShouldBe(File.ReadAllBytes(file));
    }

    [Fact]
    public async Task No_change_to_a_real_package_survives() =>
        (await BagTampering.SurvivorsAsync(packaged.Exported.Folder, packaged.Key, 3, isTried: files => !files[0].Contains("/captures/") && !files[0].Contains("/texts/"))).ShouldBeEmpty();

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_as_it_is()
    {
        var refused = await packaged.Archive.Host.Sender.Send(new ExportBag(PackagedArchive.Record, AsOf.Latest, packaged.Exported.Folder) { Asker = TestArchive.Tester });

        refused.ShouldBeOfType<Outcome<ExportedBag>.Refused>().Refusal.Code.ShouldBe("folder-not-empty");
    }
}
