using System.Text.Json.Nodes;
using Archive.Ledger;
using Archive.Snapshots;
using Archive.Tests.Ledger.Proofs;

namespace Archive.Tests.Cli;

public sealed class ProofVerbTests : IDisposable
{
    private readonly ProofExample _example = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("archive-proofs-").FullName;

    [Fact]
    public async Task A_proof_on_standard_output_is_followed_by_nothing_and_verifies()
    {
        var file = _example.OfClaim(12);
        var archive = new FakeArchive().Answers(new EntryProof(Sample.Moment(), file, 0));
        var run = await Run.Of(archive, "prove", "visit/c1@57", "--json");
        (run.Code, run.Error).ShouldBe((0, ""));
        archive.Asked.ShouldHaveSingleItem().ShouldBe(new GetProof("visit/c1", new AsOf.Entry(57)));
        var path = Write("proof.json", run.Output);
        File.ReadAllBytes(path).ShouldBe(file.ToFile());

        run = await Run.Of("verify", path, "--key", _example.Key.Verifier.ToString());
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("Entry 2 of archive.example/main was recorded at 2026-11-24T09:30:02.000002Z: an event claim-cited.v2, revision 0 of claim/visit/c1, by the actor editor-1, with these words: {");
        run.Output.ShouldContain("its words were erased");
        run.Output.ShouldContain("was signed by archive.example/main+6a6692e7.");
        run.Output.ShouldContain("What it cannot know:");
    }

    [Fact]
    public async Task A_proof_is_written_whole_to_a_file_and_told()
    {
        var archive = new FakeArchive().Answers(new EntryProof(Sample.Moment(), _example.OfEntry(2, 12), 0))
            .Answers(new LedgerConsistency(ProofExample.Log, 7, 12, _example.Consistency(7, 12)));
        var (proof, bare, old, since) = (PathOf("p.json"), PathOf("p.tlog-proof"), Write("old", _example.Checkpoint(7).ToString()), PathOf("since.json"));
        var told = JsonNode.Parse((await Run.Of(archive, "prove", "2", "--out", proof, "--json")).Output)!;
        (told["path"]!.GetValue<string>(), told["size"]!.GetValue<int>(), told["entries"]![0]!["type"]!.GetValue<string>()).ShouldBe((proof, 12, "claim-cited.v2"));
        (await Run.Of(archive, "prove", "2", "--out", bare, "--format", "tlog-proof")).Code.ShouldBe(0);
        (await Run.Of(archive, "prove", "--from-checkpoint", old, "--out", since)).Output.ShouldContain("entry 12");
        archive.Asked[^1].ShouldBe(new GetConsistencyProof(await File.ReadAllTextAsync(old, TestContext.Current.CancellationToken)));
        var leaf = PathOf("leaf");
        await File.WriteAllBytesAsync(leaf, _example.Entry(7, 12).Leaf.ToData(), TestContext.Current.CancellationToken);
        (await Run.Of("verify", Write("bare", _example.Entry(7, 12).Proof.ToString()), "--leaf", leaf, "--key", Keys())).Code.ShouldBe(0);
        var run = await Run.Of("verify", proof, bare, since, old, "--key", Keys(), "--json");
        run.Code.ShouldBe(0);
        run.Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!["verdict"]!["kind"]!.GetValue<string>()).ShouldBe(["proof", "tlog-proof", "consistency", "checkpoint"]);
    }

    [Theory]
    [InlineData("prove")]
    [InlineData("prove", "2", "--from-checkpoint", "x")]
    [InlineData("prove", "visit/c1", "--format", "tlog-proof")]
    [InlineData("prove", "--from-checkpoint", "/nowhere/at/all")]
    [InlineData("verify", "x")]
    [InlineData("verify", "x", "--key", "neither+key")]
    public async Task What_cannot_be_meant_is_wrong_usage(params string[] words) => (await Run.Of(words)).Code.ShouldBe(2);

    [Fact]
    public async Task Each_failed_check_is_named_and_ends_with_1()
    {
        var path = Write("p.json", System.Text.Encoding.UTF8.GetString(_example.OfEntry(2, 12).ToFile()).Replace("editor-1", "editor-2"));
        var run = await Run.Of("verify", path, "--key", Keys());
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("invalid");
        run.Output.ShouldContain("metadata-digest (entry 2): ");
        run.Output.ShouldNotContain("What it cannot know");
        var answer = JsonNode.Parse((await Run.Of("verify", path, "--key", Keys(), "--json")).Output)!;
        answer["valid"]!.GetValue<bool>().ShouldBeFalse();
        answer["proved"]!.AsArray().ShouldBeEmpty();
        answer["verdict"]!["failures"]![0]!["check"]!.GetValue<string>().ShouldBe("metadata-digest");
    }

    [Theory]
    [InlineData("good", 0, 1)]
    [InlineData("good\nbad\ngood", 1, 3)]
    [InlineData("good\nnowhere\nbad", 2, 2)]
    public async Task A_batch_is_answered_line_by_line(string names, int code, int answers)
    {
        Write("good", _example.Checkpoint(12).ToString());
        Write("bad", _example.Checkpoint(12).ToString().Replace("12", "13"));
        var lines = string.Join('\n', names.Split('\n').Select(name => new JsonObject { ["path"] = PathOf(name) }.ToJsonString()));
        var run = await Run.With(new FakeArchive(), lines, null, "verify", "--key", Keys(), "--json");
        run.Code.ShouldBe(code);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(answers);
    }

    [Fact]
    public async Task A_private_key_is_not_taken_and_not_shown()
    {
        var run = await Run.Of("verify", "x", "--key", Write("archive.key", _example.Key.ToFile()));
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("holds a private key");
        run.Error.ShouldNotContain(_example.Key.ToFile()[40..].Trim());
    }

    public void Dispose()
    {
        _example.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Keys() => Write("keys", $"# keys\n\n{_example.Key.Verifier}\n{_example.Witness.Verifier}\n");

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }
}
