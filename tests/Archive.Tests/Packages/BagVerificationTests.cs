using System.Security.Cryptography;
using System.Text;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;
using Archive.Packages;

namespace Archive.Tests.Packages;

public sealed class BagVerificationTests
{
    [Fact]
    public async Task A_package_is_complete_as_signed()
    {
        using var package = await PackageSample.WriteAsync(20);

        var verdict = await VerifyAsync(package);
        verdict.Errors.ShouldBeEmpty();
        (verdict.Complete, verdict.Entries, verdict.Streams, verdict.Quotes, verdict.Captures).ShouldBe((true, 43, 22, 40, 1));
        verdict.SignedBy.ShouldBe([$"{PackageSample.Log}+{package.Verifier.Id:x8}"]);
        verdict.CannotKnow.Count.ShouldBe(3);
        (await BagValidation.ValidateAsync(package.Folder, default))!.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_change_survives_and_each_is_found_in_its_file()
    {
        using var package = await PackageSample.WriteAsync(5);

        BagTampering.Changes(package.Folder, 20).Count().ShouldBeGreaterThan(400);
        (await BagTampering.SurvivorsAsync(package.Folder, package.Verifier, 20)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_can_be_derived_is_found_even_where_the_key_vouches_for_the_changed_files()
    {
        using var package = await PackageSample.WriteAsync(3);
        string[] derived = [BagNames.Events, BagNames.Proofs, BagNames.Kept, BagNames.Snapshot];

        (await BagTampering.SurvivorsAsync(
            package.Folder,
            package.Verifier,
            12,
            copy => BagTampering.SignAgain(copy, package.Key),
            files => files.All(file => derived.Contains(file) || file.StartsWith(BagNames.Captures, StringComparison.Ordinal) || file.StartsWith(BagNames.Texts, StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_its_key_nothing_is_complete()
    {
        using var package = await PackageSample.WriteAsync(2);
        using var other = new SigningKey(PackageSample.Log, NoteKeyType.Ed25519, SHA256.HashData("another"u8));

        var verdict = (await BagVerification.VerifyAsync(package.Folder, [other.Verifier], default))!;
        verdict.Complete.ShouldBeFalse();
        verdict.Errors.Select(error => error.File).ShouldBe([BagNames.Checkpoint, BagNames.Statement]);
        (await BagVerification.VerifyAsync(package.Folder, [other.Verifier, package.Verifier], default))!.Complete.ShouldBeTrue();
    }

    /// <summary>What somebody signs anew who has another key is found by that alone; so everything else is tried against the archive's own key.</summary>
    [Theory]
    [InlineData("\"claim-cited.v2\"", "\"claim-recorded.v2\"")]
    [InlineData("\"someone\"", "\"somebody\"")]
    [InlineData("\"recordedAt\":\"1970", "\"recordedAt\":\"1971")]
    [InlineData("\"supports\"", "\"mentions\"")]
    public async Task An_event_that_was_changed_is_not_in_the_tree(string words, string others)
    {
        using var package = await PackageSample.WriteAsync(2);
        Edit(package, BagNames.Events, text => text.Replace(words, others, StringComparison.Ordinal));

        (await VerifyAsync(package)).Errors.ShouldContain(error => error.Check == BagCheck.Proof && error.File == BagNames.Events && error.Line != null);
    }

    [Fact]
    public async Task An_event_that_is_left_out_is_missed_with_its_proof_gone_too()
    {
        using var package = await PackageSample.WriteAsync(2);
        foreach (var file in new[] { BagNames.Events, BagNames.Proofs })
            Edit(package, file, text => string.Concat(text.Split('\n')[..^2].Select(line => line + "\n")));

        var errors = (await VerifyAsync(package)).Errors;
        errors.ShouldContain(error => error.Check == BagCheck.Statement && error.What.Contains("claim/r/c1", StringComparison.Ordinal));
        errors.ShouldContain(error => error.Check == BagCheck.Snapshot);
        errors.ShouldContain(error => error.Check == BagCheck.Statement && error.What.Contains("digest of its events' snapshot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_that_the_events_do_not_come_to_is_named()
    {
        using var package = await PackageSample.WriteAsync(2);
        Edit(package, BagNames.Snapshot, text => text.Replace("Claim 1", "Claim 7", StringComparison.Ordinal));

        (await VerifyAsync(package)).Errors.ShouldContain(error => error.Check == BagCheck.Snapshot && error.What.Contains("claim/r/c1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quotes_are_looked_for_in_the_texts()
    {
        using var package = await PackageSample.WriteAsync(2);
        var text = Directory.EnumerateFiles(Path.Combine(package.Folder, "data", "texts")).Single();
        File.WriteAllText(text, File.ReadAllText(text).Replace("Vnukovo", "Domodedovo", StringComparison.Ordinal));
        BagTampering.Reseal(package.Folder);

        (await VerifyAsync(package)).Errors.Count(error => error.Check == BagCheck.Quote).ShouldBe(4);
    }

    [Fact]
    public async Task Words_that_were_erased_from_the_log_verify_as_erased()
    {
        using var package = await PackageSample.WriteAsync(3, sample => sample.Erase(4));

        var verdict = await VerifyAsync(package);
        verdict.Errors.ShouldBeEmpty();
        verdict.ErasedEntries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_but_the_archive_can_pass_words_off_as_erased()
    {
        using var package = await PackageSample.WriteAsync(3);
        using var erased = await PackageSample.WriteAsync(3, sample => sample.Erase(4));
        foreach (var file in new[] { BagNames.Events, BagNames.Snapshot })
            File.Copy(Path.Combine(erased.Folder, file), Path.Combine(package.Folder, file), overwrite: true);
        BagTampering.Reseal(package.Folder);

        var errors = (await VerifyAsync(package)).Errors;
        errors.ShouldNotContain(error => error.Check == BagCheck.Proof);
        errors.ShouldContain(error => error.Check == BagCheck.Statement && error.File == BagNames.Events && error.What.Contains("erased form", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bag_of_others_is_no_package()
    {
        using var bag = new BagSample();
        var verdict = (await BagVerification.VerifyAsync(bag.With("data/a.txt", "one").Sealed().Folder, [], default))!;

        verdict.Complete.ShouldBeFalse();
        verdict.Errors.ShouldContain(error => error.File == BagNames.Statement);
    }

    private static void Edit(PackageSample package, string file, Func<string, string> change)
    {
        var path = Path.Combine(package.Folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)), new UTF8Encoding(false));
        BagTampering.Reseal(package.Folder);
    }

    private static async Task<BagVerdict> VerifyAsync(PackageSample package) => (await BagVerification.VerifyAsync(package.Folder, [package.Verifier], default))!;
}
