using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;
using Archive.Packages;
using NJsonSchema;

namespace Archive.Tests.Packages;

public sealed class PackageSchemaTests
{
    private static readonly string Folder = RepositoryRoot.File("schemas", "package");

    private static readonly string Bag = Path.Combine(Folder, "example.bag");

    private static VerifierKey Key => VerifierKey.Parse(File.ReadAllText(Path.Combine(Folder, "example.keys")).Trim());

    [Fact]
    public async Task Every_package_that_was_ever_shipped_verifies()
    {
        var verdict = (await BagVerification.VerifyAsync(Bag, [Key], default))!;

        verdict.Errors.ShouldBeEmpty();
        (verdict.Entries, verdict.SnapshotDigest).ShouldBe((5, "fb1f6597a25f41f122c0c6554fd67cd21b34a4e46a791449bb6725ca242d327c"));
        verdict.ErasedEntries.ShouldBe([5]);
    }

    [Theory]
    [InlineData("statement")]
    [InlineData("snapshot")]
    [InlineData("kept")]
    [InlineData("proof")]
    [InlineData("origin")]
    public async Task The_example_has_the_shape_of_its_schema(string part)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Folder, $"{part}.v1.schema.json"), TestContext.Current.CancellationToken);

        schema.Validate(File.ReadAllText(Path.Combine(Folder, $"{part}.v1.example.json"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_examples_are_what_is_written()
    {
        Canonical("statement").ShouldBe(File.ReadAllLines(Path.Combine(Bag, BagNames.Statement))[1]);
        Canonical("snapshot").ShouldBe(File.ReadAllText(Path.Combine(Bag, BagNames.Snapshot)));
        Canonical("kept").ShouldBe(File.ReadLines(Path.Combine(Bag, BagNames.Kept)).First());
        Canonical("proof").ShouldBe(File.ReadLines(Path.Combine(Bag, BagNames.Proofs)).First());
        using var dossier = await OriginDossier.WriteAsync((await BagVerification.ReadAsync(Bag, [Key], default))!, default);
        Canonical("origin").ShouldBe(File.ReadAllText(Path.Combine(dossier.Folder, "captures", "origin-6.json")));

        static string Canonical(string part) =>
            System.Text.Encoding.UTF8.GetString(CanonicalJson.Canonicalize(File.ReadAllBytes(Path.Combine(Folder, $"{part}.v1.example.json"))));
    }
}
