using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using NJsonSchema;

namespace Archive.Tests.Ledger.Proofs;

/// <summary>The schemas of proofs in schemas/ledger, and their examples, which anybody can verify.</summary>
public sealed class ProofSchemaTests : IDisposable
{
    private readonly ProofExample _example = new();

    [Fact]
    public void The_examples_are_what_the_code_writes()
    {
        foreach (var (name, bytes) in Examples())
            File.ReadAllBytes(Path(name)).ShouldBe(bytes, name);
    }

    [Fact]
    public void The_examples_verify_with_the_keys_beside_them()
    {
        var keys = File.ReadAllLines(Path("example.keys")).Where(line => !line.StartsWith('#')).Select(VerifierKey.Parse).ToArray();
        keys.Length.ShouldBe(2);
        foreach (var name in new[] { "proof.v1.example.json", "proof.v1.withheld.example.json", "consistency.v1.example.json", "example.tlog-proof", "example.checkpoint" })
            ProofReading.Verify(File.ReadAllBytes(Path(name)), keys).Failures.ShouldBeEmpty(name);
    }

    [Fact]
    public async Task The_examples_fit_their_schemas_and_less_or_more_does_not()
    {
        foreach (var (name, _) in Examples().Where(example => example.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            var text = await File.ReadAllTextAsync(Path(name), TestContext.Current.CancellationToken);
            var schema = await JsonSchema.FromFileAsync(Path($"{name.Split('.')[0]}.v1.schema.json"), TestContext.Current.CancellationToken);
            schema.Validate(text).ShouldBeEmpty(name);
            var json = JsonNode.Parse(text)!.AsObject();
            foreach (var member in json.Select(member => member.Key).ToArray())
            {
                var without = JsonNode.Parse(text)!.AsObject();
                without.Remove(member);
                if (member != "claim")
                    schema.Validate(without.ToJsonString()).ShouldNotBeEmpty($"{name} without {member}");
                var more = JsonNode.Parse(text)!.AsObject();
                more["another"] = 1;
                schema.Validate(more.ToJsonString()).ShouldNotBeEmpty(name);
            }
        }

        var events = await JsonSchema.FromFileAsync(Path("event.v1.schema.json"), TestContext.Current.CancellationToken);
        foreach (var proven in _example.Events)
            events.Validate(Encoding.UTF8.GetString(proven.ToJson())).ShouldBeEmpty();
    }

    public void Dispose() => _example.Dispose();

    private IEnumerable<(string Name, byte[] Bytes)> Examples()
    {
        var entry = _example.Entry(7, 12);
        yield return ("proof.v1.example.json", _example.OfClaim(12).ToFile());
        yield return ("proof.v1.withheld.example.json", new ProofFile(ProofExample.Log, null, [_example.Entry(7, 12, isWithheld: true)]).ToFile());
        yield return ("consistency.v1.example.json", _example.Consistency(7, 12).ToFile());
        yield return ("example.tlog-proof", Encoding.UTF8.GetBytes((entry.Proof with { Extra = entry.Leaf.ToData() }).ToString()));
        yield return ("example.checkpoint", Encoding.UTF8.GetBytes(_example.Checkpoint(12, cosigned: true).ToString()));
        yield return ("example.keys", Encoding.UTF8.GetBytes($"# The key of the log and that of a witness, of the examples beside this file.\n{_example.Key.Verifier}\n{_example.Witness.Verifier}\n"));
    }

    private static string Path(string name) => RepositoryRoot.File("schemas", "ledger", name);
}
