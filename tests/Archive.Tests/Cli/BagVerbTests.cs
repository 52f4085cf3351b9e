using System.Text.Json.Nodes;
using Archive.Packages;
using Archive.Snapshots;
using Archive.Tests.Packages;

namespace Archive.Tests.Cli;

public sealed class BagVerbTests
{
    [Fact]
    public async Task A_valid_bag_ends_with_0_and_another_with_1_naming_the_file()
    {
        using var bag = new BagSample();
        bag.With("data/a.txt", "one").Sealed();
        (await Run.Of("bag", "validate", bag.Folder)).Code.ShouldBe(0);

        bag.With("data/b.txt", "two");
        var run = await Run.Of("bag", "validate", bag.Folder, "--json");
        run.Code.ShouldBe(1);
        var answer = JsonNode.Parse(run.Output)!;
        (answer["valid"]!.GetValue<bool>(), answer["errors"]![0]!["check"]!.GetValue<string>(), answer["errors"]![0]!["file"]!.GetValue<string>()).ShouldBe((false, "manifest", "data/b.txt"));
    }

    [Fact]
    public async Task A_batch_of_bags_is_answered_line_by_line_and_goes_on_behind_what_is_none()
    {
        using var bag = new BagSample();
        bag.With("data/a.txt", "one").Sealed();
        var valid = new JsonObject { ["path"] = bag.Folder }.ToJsonString();

        var run = await Run.With(new FakeArchive(), $"{valid}\n{{\"path\": \"/nowhere/at/all\"}}\n{valid}\n", null, "bag", "validate", "--json");
        run.Code.ShouldBe(2);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        (await Run.With(new FakeArchive(), "{\"other\": 1}\n", null, "bag", "validate")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_package_is_verified_without_an_archive_and_what_is_wrong_is_named()
    {
        using var package = await PackageSample.WriteAsync(1);
        var run = await Run.Of("verify", package.Folder, "--key", package.Verifier.ToString());
        (run.Code, run.Output).ShouldSatisfyAllConditions(of => of.Code.ShouldBe(0), of => of.Output.ShouldContain("complete"), of => of.Output.ShouldContain("It cannot show"));

        File.AppendAllText(Path.Combine(package.Folder, "data", "snapshot.json"), " ");
        run = await Run.Of("verify", package.Folder, "--key", package.Verifier.ToString(), "--json");
        run.Code.ShouldBe(1);
        JsonNode.Parse(run.Output)!["package"]!["errors"]!.AsArray().ShouldContain(error => error!["file"]!.GetValue<string>() == "data/snapshot.json");
    }

    [Fact]
    public async Task A_package_goes_into_a_folder()
    {
        var archive = new FakeArchive().Answers(new ExportedBag(Sample.Moment(), Sample.Digest, "r", "/tmp/bag", "key", 60, 5, 1, 9, 700, 0, 0));

        (await Run.Of(archive, "export", "r@57", "--format", "bag", "--to", "/tmp/bag")).Code.ShouldBe(0);
        var asked = archive.Asked.ShouldHaveSingleItem().ShouldBeOfType<ExportBag>();
        (asked.Record, asked.Folder, asked.AsOf).ShouldBe(("r", "/tmp/bag", new AsOf.Entry(57)));
    }

    [Theory]
    [InlineData("export", "r", "--format", "bag")]
    [InlineData("export", "r", "--format", "bag", "--to", "d", "--out", "f")]
    [InlineData("export", "r", "--format", "csv", "--to", "d")]
    public async Task What_does_not_fit_a_package_is_a_matter_of_usage(params string[] words) => (await Run.Of(words)).Code.ShouldBe(2);

    [Fact]
    public async Task A_package_is_imported_by_a_key_alone()
    {
        using var package = await PackageSample.WriteAsync(1);
        var archive = new FakeArchive().Answers(new ImportedBag("r", PackageSample.Log, 6, "origin-1", 5, 0, 6, 0, 0, null));

        (await Run.Of(archive, "import", package.Folder)).Code.ShouldBe(2);
        (await Run.Of(archive, "import", package.Folder, "--key", "no key")).Code.ShouldBe(2);
        archive.Asked.OfType<ImportBag>().ShouldBeEmpty();
        (await Run.Of(archive, "import", package.Folder, "--key", package.Verifier.ToString())).Code.ShouldBe(0);
        archive.Asked.OfType<ImportBag>().ShouldHaveSingleItem().Keys.ShouldBe([package.Verifier]);
    }
}
