using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;

namespace Archive.Tests.Cli;

public sealed class LedgerToolsTests
{
    private const string A = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
    private const string Nothing = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    /// <summary>Roots of the trees of 6 and 8 of the leaves that implementations of Certificate Transparency test with, and the proof between them.</summary>
    private const string Consistent = """
        {"size1": 6, "size2": 8, "root1": "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=", "root2": "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
         "proof": ["DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=", "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=", "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc="],
         "desc": "happy path", "wantErr": false}
        """;

    private static readonly SigningKey Key = new("archive.example/main", NoteKeyType.Ed25519, new byte[32]);

    private static readonly string Text = new Checkpoint("archive.example/main", 7, Sha256Digest.Of([1])).ToText();

    private static readonly string Note = new SignedNote(Text, [Key.Sign(Text)]).ToString();

    [Theory]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}", "proof": null, "desc": "x", "wantErr": false}""", 0)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}", "proof": []}""", 0)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 0)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{Nothing}}"}""", 1)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}", "proof": ["{{A}}"]}""", 1)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}", "proof": [""]}""", 1)]
    [InlineData("""{"leafIdx": 0, "treeSize": 1, "root": "", "leafHash": ""}""", 1)]
    [InlineData("""{"leafIdx": 0, "treeSize": 1, "root": "AAAA", "leafHash": "AAAA"}""", 1)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 0, "root": "{{Nothing}}", "leafHash": "", "proof": []}""", 1)]
    [InlineData($$"""{"leafIdx": 1, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 1)]
    [InlineData($$"""{"leafIdx": 18446744073709551615, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 1)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 18446744073709551615, "root": "{{A}}", "leafHash": "{{A}}"}""", 1)]
    [InlineData($$"""{"leafIdx": -1, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 1)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 4611686018427387904, "root": "{{A}}", "leafHash": "{{A}}"}""", 1)]
    [InlineData($$"""{"leafIdx": "0", "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 0.5, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 1e2, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "not base64", "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "\ud800", "leafHash": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}", "proof": "{{A}}"}""", 2)]
    [InlineData($$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}", "proof": [1]}""", 2)]
    [InlineData("""[]""", 2)]
    [InlineData("""null""", 2)]
    [InlineData("""{""", 2)]
    public async Task An_item_proves_or_fails_or_is_none(string item, int code)
    {
        var batch = await Run.With(new FakeArchive(), item + "\n", null, "ledger", "verify-inclusion", "--json");
        batch.Code.ShouldBe(code, batch.Error);
        if (code == 2)
            (batch.Output, batch.Error.Contains("leafIdx, treeSize, root, leafHash and proof", StringComparison.Ordinal)).ShouldBe(("", true));
        else
            JsonNode.Parse(batch.Output)!["valid"]!.GetValue<bool>().ShouldBe(code == 0);
        var one = await Run.With(new FakeArchive(), item, null, "ledger", "verify-inclusion", "-");
        one.Code.ShouldBe(code, one.Error);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("\"size1\": 6", "\"size1\": 7", 1)]
    [InlineData("\"size1\": 6", "\"size1\": 0", 1)]
    [InlineData("\"size1\": 6", "\"size1\": 9", 1)]
    [InlineData("\"size1\": 6", "\"size1\": 18446744073709551615", 1)]
    [InlineData("\"root1\": \"duZ9", "\"root1\": \"duZ8", 1)]
    [InlineData("\"DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=\", ", "", 1)]
    [InlineData("[\"Drxd", "[\"AAAA\", \"Drxd", 1)]
    [InlineData("\"size1\": 6, ", "", 2)]
    [InlineData("\"duZ9", "\"duZ9*", 2)]
    public async Task Consistency_is_proved_or_fails_or_is_none(string what, string by, int code)
    {
        var item = (what.Length == 0 ? Consistent : Consistent.Replace(what, by, StringComparison.Ordinal)).ReplaceLineEndings(" ");
        (await Run.With(new FakeArchive(), item + "\n", null, "ledger", "verify-consistency", "--json")).Code.ShouldBe(code);
        (await Run.Of("ledger", "verify-consistency", item)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(1, A, A, "null", 0)]
    [InlineData(1, "ZG9uJ3QgY2FyZSAy", "ZG9uJ3QgY2FyZSAy", "[]", 0)]
    [InlineData(1, A, Nothing, "[]", 1)]
    [InlineData(1, A, A, "[\"" + A + "\"]", 1)]
    [InlineData(0, Nothing, Nothing, "[]", 1)]
    public async Task Trees_of_one_size_have_one_root_and_no_proof(long size, string root1, string root2, string proof, int code) =>
        (await Run.Of("ledger", "verify-consistency", $$"""{"size1": {{size}}, "size2": {{size}}, "root1": "{{root1}}", "root2": "{{root2}}", "proof": {{proof}}}""")).Code.ShouldBe(code);

    [Fact]
    public async Task A_batch_goes_on_behind_what_is_no_item_and_ends_with_the_worst()
    {
        var good = $$"""{"leafIdx": 0, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""";
        var run = await Run.With(new FakeArchive(), $"{good}\nnonsense\n\n{good.Replace("0, ", "1, ", StringComparison.Ordinal)}\r\n{good}", null, "ledger", "verify-inclusion", "--json");
        run.Code.ShouldBe(2);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["valid"]!.GetValue<bool>()).ShouldBe([true, false, true]);
        run.Error.ShouldContain("Line 2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task Verifying_nothing_is_never_taken_for_valid(string batch)
    {
        var run = await Run.With(new FakeArchive(), batch, null, "verify", "--key", Key.Verifier.ToString());
        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldStartWith("There was nothing to verify.");
    }

    [Theory]
    [InlineData("ledger", "checkpoint", "--size")]
    [InlineData("ledger", "checkpoints", "--after")]
    public async Task What_is_no_number_is_refused_in_words(params string[] arguments)
    {
        foreach (var word in new[] { "abc", "1.5", "", "99999999999999999999" })
        {
            var run = await Run.Of([.. arguments, word]);
            run.Code.ShouldBe(2);
            run.Error.ShouldStartWith($"'{word}' is no whole number: write digits alone, such as 57.");
        }
    }

    [Fact]
    public async Task A_hostile_item_costs_no_more_than_its_size()
    {
        var proof = string.Join(',', Enumerable.Repeat($"\"{A}\"", 200_000));
        var huge = $$"""{"leafIdx": 0, "treeSize": 4611686018427387904, "root": "{{A}}", "leafHash": "{{A}}", "proof": [{{proof}}]}""";
        var deep = new string('[', 2_000_000);
        var digits = $$"""{"leafIdx": {{new string('9', 2_000_000)}}, "treeSize": 1, "root": "{{A}}", "leafHash": "{{A}}"}""";
        var run = await Run.With(new FakeArchive(), $"{huge}\n{deep}\n{digits}\n", null, "ledger", "verify-inclusion", "--json");
        run.Code.ShouldBe(2);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        run.Output.Length.ShouldBeLessThan(1_000);
        run.Error.Length.ShouldBeLessThan(1_000);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_told_and_the_next_is_read()
    {
        var lines = new List<string?>();
        await foreach (var line in Archive.Cli.Verbs.Neutral.BoundedLines.ReadAsync(new StringReader("one\r\n" + new string('x', 50_000) + "\ntwo\n\nlast"), 20_000, TestContext.Current.CancellationToken))
            lines.Add(line);
        lines.ShouldBe(["one", null, "two", "", "last"]);
    }

    [Fact]
    public async Task A_checkpoint_is_valid_where_a_trusted_key_signed_it()
    {
        var run = await Run.With(new FakeArchive(), Note, null, "checkpoint", "verify", "-", "--key", Key.Verifier.ToString(), "--json");
        run.Code.ShouldBe(0, run.Error);
        var answer = JsonNode.Parse(run.Output)!;
        (answer["valid"]!.GetValue<bool>(), answer["log"]!.GetValue<string>(), answer["size"]!.GetValue<long>()).ShouldBe((true, "archive.example/main", 7L));
        answer["signers"]![0]!["id"]!.GetValue<string>().ShouldBe(Key.Verifier.Id.ToString("x8"));
        (await Run.With(new FakeArchive(), Note.Replace("\n7\n", "\n8\n", StringComparison.Ordinal), null, "checkpoint", "verify", "-", "--key", Key.Verifier.ToString())).Code.ShouldBe(1);
        (await Run.With(new FakeArchive(), "nothing", null, "checkpoint", "verify", "-", "--key", Key.Verifier.ToString())).Code.ShouldBe(1);
        (await Run.With(new FakeArchive(), new string('x', 2_000_000), null, "checkpoint", "verify", "-", "--key", Key.Verifier.ToString())).Code.ShouldBe(1);
        (await Run.With(new FakeArchive(), Note, null, "checkpoint", "verify", "-", "--key", "archive.example/main+00000000+AAAA")).Code.ShouldBe(2);
        (await Run.Of("checkpoint", "verify", "nowhere", "--key", Key.Verifier.ToString())).Code.ShouldBe(2);
        (await Run.Of("checkpoint", "verify", "nowhere")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Checkpoints_come_as_a_batch_and_keys_from_files()
    {
        using var witness = new SigningKey("witness.example/w1", NoteKeyType.Cosignature, Enumerable.Repeat((byte)9, 32).ToArray());
        var folder = Directory.CreateTempSubdirectory("archive-checkpoints");
        try
        {
            var (keys, path) = (Path.Combine(folder.FullName, "keys"), Path.Combine(folder.FullName, "checkpoint"));
            await File.WriteAllTextAsync(keys, $"# the archive's\n{Key.Verifier}\n\n{witness.Verifier}\n", TestContext.Current.CancellationToken);
            SignedNote.TryParse(Note, out var note, out _).ShouldBeTrue();
            await File.WriteAllTextAsync(path, note!.With([witness.Cosign(Text, DateTimeOffset.UnixEpoch)]).ToString(), TestContext.Current.CancellationToken);
            var batch = new StringBuilder()
                .AppendLine(new JsonObject { ["path"] = path }.ToJsonString())
                .AppendLine(new JsonObject { ["note"] = Note }.ToJsonString())
                .AppendLine(new JsonObject { ["note"] = Text }.ToJsonString()).ToString();
            var run = await Run.With(new FakeArchive(), batch, null, "checkpoint", "verify", "--key", keys, "--json");
            run.Code.ShouldBe(1, run.Error);
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["signers"]?.AsArray().Count).ShouldBe([2, 1, null]);
            (await Run.With(new FakeArchive(), "{\"path\": \"/nowhere\"}\n", null, "checkpoint", "verify", "--key", keys)).Code.ShouldBe(2);
            (await Run.With(new FakeArchive(), "{\"other\": 1}\n", null, "checkpoint", "verify", "--key", keys)).Code.ShouldBe(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
