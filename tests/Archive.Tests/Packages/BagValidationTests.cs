using System.Text;
using Archive.Domain.Packages;
using Archive.Packages;

namespace Archive.Tests.Packages;

public sealed class BagValidationTests
{
    [Theory]
    [InlineData("sha256", "\n")]
    [InlineData("sha512", "\r\n")]
    [InlineData("sha256", "\r")]
    public async Task A_bag_is_valid_whatever_ends_its_lines(string algorithm, string end)
    {
        using var bag = new BagSample { LineEnd = end, Info = $"Payload-Oxum: 6.2{end}Note: one{end}  and more{end}Note: two{end}" };

        (await Check(bag.With("data/a.txt", "one").With("data/inner/b c.txt", "two").Sealed(algorithm))).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("data/100%.txt")]
    [InlineData("data/a\nb.txt")]
    [InlineData("data/a\rb.txt")]
    [InlineData("data/%0A.txt")]
    [InlineData("data/визит.txt")]
    [InlineData("data/~own.txt")]
    public async Task A_name_that_has_to_be_encoded_is_found(string path)
    {
        using var bag = new BagSample();

        (await Check(bag.With(path, "one").Sealed())).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("data/../../secret")]
    [InlineData("../secret")]
    [InlineData("data/..")]
    [InlineData("data/./a.txt")]
    [InlineData("data//a.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("~/secret")]
    [InlineData("~root/secret")]
    [InlineData("C:/secret")]
    [InlineData("data/..\\..\\secret")]
    [InlineData("\\\\server\\secret")]
    [InlineData("data/a\0b")]
    [InlineData("data/\u001bsecret")]
    [InlineData("data/\u202Etxt.a")]
    [InlineData("data/\uFF0E\uFF0E/secret")]
    [InlineData("data/\u2025/secret")]
    [InlineData("data/..\u2215secret")]
    [InlineData("data/..\uFF0Fsecret")]
    [InlineData("dаta/secret")]
    [InlineData("bagit.txt")]
    [InlineData("data/%2e%2e/%2e%2e/secret")]
    public async Task A_path_that_leads_out_of_the_bag_is_refused_where_it_stands(string path)
    {
        using var bag = new BagSample { Lines = { $"{new string('0', 64)}  {path}" } };

        var report = await Check(bag.With("data/a.txt", "one").Sealed());

        report.Valid.ShouldBeFalse();
        report.Errors.ShouldContain(error => error.File == "manifest-sha256.txt" && error.Line == 2 || error.File == path);
    }

    [Fact]
    public async Task An_encoded_line_feed_leads_nowhere_else()
    {
        using var bag = new BagSample { Lines = { $"{new string('0', 64)}  data/a%0A/../../x" } };

        (await Check(bag.With("data/a.txt", "one").Sealed())).Errors.ShouldContain(error => error.Check == BagCheck.Path && error.Line == 2);
    }

    [Theory]
    [InlineData("data/link")]
    [InlineData("data/inner/link")]
    [InlineData("link")]
    public async Task A_symbolic_link_is_refused_and_never_read(string path)
    {
        using var bag = new BagSample();
        bag.With("data/inner/a.txt", "one").Sealed();
        File.CreateSymbolicLink(Path.Combine(bag.Folder, path), "/etc/hostname");

        (await Check(bag)).Errors.ShouldContain(error => error.Check == BagCheck.Layout && error.File == path);
    }

    [Fact]
    public async Task A_link_to_a_folder_is_not_walked()
    {
        using var bag = new BagSample();
        bag.With("data/a.txt", "one").Sealed();
        Directory.CreateSymbolicLink(Path.Combine(bag.Folder, "data", "self"), bag.Folder);

        (await Check(bag)).Errors.Select(error => error.File).ShouldBe(["data/self"]);
    }

    [Fact]
    public async Task Names_that_differ_only_in_case_or_composition_are_refused()
    {
        using var bag = new BagSample();
        bag.With("data/a.txt", "one").With("data/A.txt", "two").With("data/\u00E9", "three").With("data/e\u0301", "four").Sealed();

        (await Check(bag)).Errors.Where(error => error.Check == BagCheck.Layout).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_name_composed_another_way_is_found_and_told()
    {
        using var bag = new BagSample();
        bag.With("data/e\u0301", "one");
        bag.Lines.Add($"{bag.DigestOf("data/e\u0301")}  data/\u00E9");
        bag.Sealed();
        File.WriteAllLines(Path.Combine(bag.Folder, "manifest-sha256.txt"), bag.Lines);
        File.Delete(Path.Combine(bag.Folder, "tagmanifest-sha256.txt"));

        var report = await Check(bag);
        report.Errors.ShouldBeEmpty();
        report.Warnings.ShouldHaveSingleItem().Check.ShouldBe(BagCheck.Path);
    }

    [Theory]
    [InlineData("data/a.txt", BagCheck.Digest)]
    [InlineData("manifest-sha256.txt", BagCheck.Digest)]
    [InlineData("bag-info.txt", BagCheck.Digest)]
    [InlineData("bagit.txt", BagCheck.Declaration)]
    public async Task A_changed_file_is_named(string path, BagCheck check)
    {
        using var bag = new BagSample { Info = "Payload-Oxum: 3.1\n" };
        bag.With("data/a.txt", "one").Sealed();
        var file = Path.Combine(bag.Folder, path);
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 32;
        File.WriteAllBytes(file, bytes);

        (await Check(bag)).Errors.ShouldContain(error => error.Check == check && error.File == path);
    }

    [Fact]
    public async Task What_is_missing_extra_or_doubled_is_named()
    {
        using var bag = new BagSample { Info = "Payload-Oxum: 3.1\n", Lines = { $"{new string('0', 64)}  data/gone.txt" } };
        bag.With("data/a.txt", "one");
        bag.Lines.Add($"{bag.DigestOf("data/a.txt")} data/a.txt");
        bag.Lines.Add($"{bag.DigestOf("data/a.txt")} data/a.txt");
        bag.Sealed().With("data/extra.txt", "two");

        var errors = (await Check(bag)).Errors;
        errors.ShouldContain(error => error.File == "data/gone.txt");
        errors.ShouldContain(error => error.File == "data/extra.txt");
        errors.ShouldContain(error => error.File == "manifest-sha256.txt" && error.Line == 3);
        errors.ShouldContain(error => error.Check == BagCheck.Info);
    }

    [Fact]
    public async Task Nothing_is_fetched()
    {
        using var bag = new BagSample();
        bag.With("data/a.txt", "one").Sealed().With("fetch.txt", "https://example.org/a 3 data/a.txt\n");

        (await Check(bag)).Errors.ShouldHaveSingleItem().Check.ShouldBe(BagCheck.Fetch);
    }

    [Theory]
    [InlineData("\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("BagIt-Version: 1.0.1\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("BagIt-Version: 1.0\n")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: WTF-8\n")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n====\n")]
    [InlineData("")]
    public async Task A_declaration_of_another_form_is_refused(string declaration)
    {
        using var bag = new BagSample { Declaration = declaration };

        (await Check(bag.With("data/a.txt", "one").Sealed())).Errors.ShouldAllBe(error => error.File == "bagit.txt");
        (await Check(bag)).Valid.ShouldBeFalse();
    }

    [Fact]
    public async Task Lines_that_are_not_of_their_encoding_or_too_long_are_refused_by_line()
    {
        using var bag = new BagSample();
        bag.With("data/a.txt", "one").Sealed();
        var manifest = Path.Combine(bag.Folder, "manifest-sha256.txt");
        var before = File.ReadAllBytes(manifest);
        File.WriteAllBytes(manifest, [.. before, 0xC3, 0x28, (byte)'\n']);
        (await Check(bag)).Errors.ShouldContain(error => error.Check == BagCheck.Encoding && error.File == "manifest-sha256.txt" && error.Line == 2);

        File.WriteAllBytes(manifest, [.. before, .. Encoding.UTF8.GetBytes(new string('x', TagText.LongestLine + 1))]);
        (await Check(bag)).Errors.ShouldContain(error => error.Check == BagCheck.Encoding && error.Line == 2);
    }

    [Fact]
    public async Task However_much_is_wrong_a_thousand_errors_are_kept_and_all_are_counted()
    {
        using var bag = new BagSample();
        bag.Lines.AddRange(Enumerable.Range(0, 5_000).Select(i => $"{new string('0', 64)}  data/{i}"));

        var report = await Check(bag.Sealed());
        (report.Errors.Count, report.ErrorCount).ShouldBe((BagFindings.Most, 5_000));
    }

    [Fact]
    public void Sha224_is_that_of_the_standard()
    {
        Digest("").ShouldBe("d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f");
        Digest("abc").ShouldBe("23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
        Digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").ShouldBe("75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525");

        static string Digest(string text)
        {
            var digest = new Sha224();
            digest.Append(Encoding.ASCII.GetBytes(text));
            return Convert.ToHexStringLower(digest.End());
        }
    }

    [Fact]
    public async Task Without_a_folder_there_is_no_report() => (await BagValidation.ValidateAsync("/nowhere/at/all", default)).ShouldBeNull();

    private static async Task<BagReport> Check(BagSample bag) => (await BagValidation.ValidateAsync(bag.Folder, default))!;
}
