using System.Text.Json.Nodes;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Tests.Cli;
using Archive.Tests.Ledger.Trees;

namespace Archive.Tests.Publications;

public sealed class WitnessVerbTests : IDisposable
{
    private readonly ShownLog _log = new();

    [Fact]
    public async Task A_witness_makes_its_key_which_nobody_else_may_read()
    {
        var file = _log.File("witness.key");
        var made = await Run.Of("ledger", "cosign", "--new-key", "witness.example/w1", "--key", file, "--json");
        made.Code.ShouldBe(0, made.Error);
        VerifierKey.Parse(JsonNode.Parse(made.Output)!["verifier"]!.GetValue<string>()).Type.ShouldBe(NoteKeyType.Cosignature);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldStartWith("PRIVATE+KEY+witness.example/w1+");
        made.Output.ShouldNotContain("PRIVATE");
        (await Run.Of("ledger", "cosign", "--new-key", "witness.example/w1", "--key", file)).Error.ShouldContain("witness-key-exists");
        (await Run.Of("ledger", "cosign", "--new-key", "a b", "--key", _log.File("other"))).Error.ShouldContain("witness-key-name");
        (await Run.Of("ledger", "cosign", "--new-key", "a")).Code.ShouldBe(2);
        if (OperatingSystem.IsWindows())
            return;
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _log.Show(3);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        (await CosignAsync(file)).Error.ShouldContain("witness-key-exposed");
    }

    [Fact]
    public async Task A_checkpoint_goes_to_a_witness_and_comes_back_signed()
    {
        var file = _log.File("witness.key");
        var key = VerifierKey.Parse((await Run.Of("ledger", "cosign", "--new-key", "witness.example/w1", "--key", file)).Output.Trim());
        _log.Show(4);
        var first = await CosignAsync(file);
        first.Code.ShouldBe(0, first.Error);
        SignedNote.TryParse(first.Output, out var note, out _).ShouldBeTrue();
        note!.TryVerify([key, ShownLog.Key.Verifier], out var signers, out _).ShouldBeTrue();
        signers.Count.ShouldBe(2);
        _log.Show(9);
        (await CosignAsync(file)).Error.ShouldContain("witness-proof-missing");
        var proof = SlowTree.Proof(4, Enumerable.Range(0, 9).Select(i => LedgerLeaf.HashOf(BitConverter.GetBytes(i))).ToArray());
        var hashes = new JsonArray([.. proof.Select(hash => (JsonNode)Convert.ToBase64String(hash.ToArray()))]);
        await File.WriteAllTextAsync(_log.File("proof"), new JsonObject { ["size1"] = 4, ["size2"] = 9, ["proof"] = hashes }.ToJsonString(), TestContext.Current.CancellationToken);
        var second = await CosignAsync(file, "--proof", _log.File("proof"), "--json");
        second.Code.ShouldBe(0, second.Error);
        JsonNode.Parse(second.Output)!["formerSize"]!.GetValue<long>().ShouldBe(4);
        var whole = await File.ReadAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), TestContext.Current.CancellationToken);
        _log.Show(12);
        var longer = SlowTree.Proof(9, Enumerable.Range(0, 12).Select(i => LedgerLeaf.HashOf(BitConverter.GetBytes(i))).ToArray());
        await File.WriteAllTextAsync(
            _log.File("proof"),
            new JsonObject { ["format"] = "archive-consistency.v1", ["from"] = whole, ["to"] = await File.ReadAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), TestContext.Current.CancellationToken), ["proof"] = new JsonArray([.. longer.Select(hash => (JsonNode)Convert.ToBase64String(hash.ToArray()))]) }.ToJsonString(),
            TestContext.Current.CancellationToken);
        (await CosignAsync(file, "--proof", _log.File("proof"))).Code.ShouldBe(0);
        await File.WriteAllTextAsync(_log.File("proof"), "[]", TestContext.Current.CancellationToken);
        (await CosignAsync(file, "--proof", _log.File("proof"))).Code.ShouldBe(2);
        _log.Show(4);
        (await CosignAsync(file)).Error.ShouldContain("log-rolled-back");
    }

    [Fact]
    public async Task A_look_tells_what_it_saw_and_ends_by_what_it_found()
    {
        _log.Show(300);
        var first = await WatchAsync("--json", "--out", _log.File("out"));
        first.Code.ShouldBe(0, first.Error);
        var seen = JsonNode.Parse(first.Output)!;
        (seen["log"]!.GetValue<string>(), seen["size"]!.GetValue<long>(), seen["formerSize"]).ShouldBe((ShownLog.Name, 300L, null));
        (await File.ReadAllTextAsync(_log.File("out"), TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllTextAsync(Path.Combine(_log.Folder, "checkpoint"), TestContext.Current.CancellationToken));
        _log.Show(600);
        var second = await WatchAsync();
        (second.Code, second.Output.Contains("(UTC)", StringComparison.Ordinal), second.Output.Contains("goes on from entry 300", StringComparison.Ordinal)).ShouldBe((0, true, true));
        _log.Show(700, 2);
        var fork = await WatchAsync();
        (fork.Code, fork.Error.Contains("SPLIT VIEW", StringComparison.Ordinal)).ShouldBe((1, true));
        Directory.Delete(Path.Combine(_log.Folder, "tile"), recursive: true);
        (await WatchAsync()).Code.ShouldBe(3);
        File.Delete(Path.Combine(_log.Folder, "checkpoint"));
        var away = await WatchAsync("--json");
        (away.Code, away.Error.Contains("published-log-away", StringComparison.Ordinal)).ShouldBe((3, true));
    }

    [Fact]
    public async Task What_a_witness_needs_is_asked_for()
    {
        (await Run.Of("ledger", "watch", _log.File(""), "--state", _log.Memory)).Code.ShouldBe(2);
        (await Run.Of("ledger", "watch", _log.File("nowhere"), "--state", _log.Memory, "--log-key", ShownLog.Key.Verifier.ToString())).Code.ShouldBe(2);
        (await Run.Of("ledger", "watch", "ftp://log.example/", "--state", _log.Memory, "--log-key", ShownLog.Key.Verifier.ToString())).Code.ShouldBe(2);
        (await Run.Of("ledger", "watch", _log.File(""), "--state", _log.Memory, "--log-key", ShownLog.Key.Verifier.ToString(), "--every", "0")).Code.ShouldBe(2);
        (await Run.Of("ledger", "cosign", "x", "--state", _log.Memory, "--log-key", ShownLog.Key.Verifier.ToString())).Code.ShouldBe(2);
        (await Run.Of("ledger", "cosign")).Code.ShouldBe(2);
    }

    public void Dispose() => _log.Dispose();

    private Task<Run> CosignAsync(string key, params string[] more) =>
        Run.Of(["ledger", "cosign", Path.Combine(_log.Folder, "checkpoint"), "--key", key, "--state", _log.Memory, "--log-key", ShownLog.Key.Verifier.ToString(), .. more]);

    private Task<Run> WatchAsync(params string[] more) => Run.Of(["ledger", "watch", _log.Folder, "--state", _log.Memory, "--log-key", ShownLog.Key.Verifier.ToString(), "--once", .. more]);
}
