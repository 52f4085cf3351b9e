using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;

namespace Archive.Tests.Ledger.Proofs;

public sealed class ProofVerificationTests : IDisposable
{
    private readonly ProofExample _example = new();

    [Fact]
    public void A_claims_entries_are_proved_with_the_key_alone()
    {
        var verdict = Verify(_example.OfClaim(12).ToFile());
        verdict.Failures.ShouldBeEmpty();
        verdict.Entries.Select(entry => (entry.Entry, entry.Revision)).ShouldBe([(2, 0), (5, 1), (8, 2), (11, 3)]);
        verdict.Entries[0].Kept.ShouldBe(1);
        verdict.Unknown.ShouldNotContain(unknown => unknown.Contains("by reference"));
        var silent = Verify(Changing(_example.OfClaim(12), 0, entry => entry with { Kept = [] }).ToFile());
        silent.Entries[0].KeptUnshown.ShouldBe(1);
        silent.Unknown.ShouldContain(unknown => unknown.Contains("by reference"));
        verdict.Entries[1].Erased.ShouldBeTrue();
        verdict.Entries[2].Data!.ShouldContain("newspapers");
        (verdict.Log, verdict.Claim, verdict.Size, verdict.Signers.Count).ShouldBe((ProofExample.Log, ProofExample.Claim, 12, 1));
        verdict.Unknown.ShouldContain("Whether the claim has entries after 11.");
        verdict.Unknown.ShouldContain(unknown => unknown.Contains("why they were erased"));
    }

    [Fact]
    public void Every_entry_is_proved_in_a_tree_of_every_size()
    {
        for (var size = 1; size <= 12; size++)
        {
            for (var number = 1; number <= size; number++)
                Verify(_example.OfEntry(number, size).ToFile()).Failures.ShouldBeEmpty($"{number} of {size}");
        }
    }

    [Fact]
    public void A_withheld_entry_names_nobody_and_is_proved()
    {
        var file = new ProofFile(ProofExample.Log, null, [_example.Entry(7, 12, isWithheld: true)]).ToFile();
        Encoding.UTF8.GetString(file).ShouldNotContain("editor-1");
        var verdict = Verify(file);
        verdict.Failures.ShouldBeEmpty();
        verdict.Entries.Single().Stream.ShouldBeNull();
        verdict.Unknown.ShouldContain("What 1 withheld entry says, and of what it is.");
        Verify(new ProofFile(ProofExample.Log, null, [_example.Entry(7, 12, isWithheld: true), _example.Entry(8, 12, isWithheld: true)]).ToFile()).Failures.ShouldBeEmpty();
    }

    [Fact]
    public void No_byte_of_a_proof_can_be_changed_left_out_or_doubled()
    {
        foreach (var file in new[] { _example.OfEntry(2, 12).ToFile(), new ProofFile(ProofExample.Log, null, [_example.Entry(7, 12, isWithheld: true)]).ToFile(), _example.Consistency(7, 12).ToFile() })
        {
            Verify(file).IsValid.ShouldBeTrue();
            for (var at = 0; at < file.Length; at++)
            {
                foreach (var other in new[] { (byte)(file[at] ^ 1), (byte)(file[at] ^ 32) })
                    Verify([.. file[..at], other, .. file[(at + 1)..]]).IsValid.ShouldBeFalse($"{at} in {Encoding.UTF8.GetString(file)}");
                Verify([.. file[..at], .. file[(at + 1)..]]).IsValid.ShouldBeFalse($"{at} left out");
                Verify([.. file[..at], file[at], .. file[at..]]).IsValid.ShouldBeFalse($"{at} twice");
                Verify(file[..at]).IsValid.ShouldBeFalse($"cut off at {at}");
            }
        }
    }

    [Fact]
    public void No_member_of_a_proof_can_be_left_out_or_become_something_else()
    {
        foreach (var file in new[] { _example.OfClaim(12).ToFile(), _example.Consistency(7, 12).ToFile() })
        {
            foreach (var path in Paths(JsonNode.Parse(file)!).ToArray())
            {
                // The words of why something was erased are not vouched for; a claim may have later entries and kept words that a proof does not show.
                if (path.EndsWith("reason", StringComparison.Ordinal) || path.EndsWith("reference", StringComparison.Ordinal))
                    continue;
                foreach (var change in new Func<JsonNode?>[] { () => null, () => JsonValue.Create(7), () => JsonValue.Create("x"), () => new JsonArray(), () => new JsonObject(), () => JsonValue.Create(true) })
                    Changed(file, path, change(), isLeftOut: false, path);
                if (path is not ("entries.3" or "entries.0.kept"))
                    Changed(file, path, null, isLeftOut: true, path);
            }
        }
    }

    [Fact]
    public void Each_failure_is_named()
    {
        var whole = _example.OfClaim(12);
        ShouldFail(whole with { Log = "archive.example/other" }, Checks.CheckpointLog);
        ShouldFail(whole with { Claim = "visit/c2" }, Checks.ClaimStream);
        ShouldFail(whole with { Claim = null }, Checks.EntryOrder);
        ShouldFail(whole with { Entries = [.. whole.Entries.Skip(1)] }, Checks.ClaimRevision);
        ShouldFail(whole with { Entries = [whole.Entries[1], whole.Entries[0]] }, Checks.EntryOrder, Checks.ClaimRevision);
        ShouldFail(whole with { Entries = [whole.Entries[0], _example.Entry(5, 11)] }, Checks.CheckpointsDiffer);
        ShouldFail(Changing(whole, 2, entry => entry with { Event = entry.Event! with { Data = """{"claim":"visit/c1","rating":1}"""u8.ToArray() } }), Checks.PayloadDigest);
        ShouldFail(Changing(whole, 2, entry => entry with { Event = entry.Event! with { Metadata = entry.Event.Metadata with { Actor = "editor-2" } } }), Checks.MetadataDigest);
        ShouldFail(Changing(whole, 2, entry => entry with { Event = entry.Event! with { RecordedAt = entry.Event.RecordedAt.AddSeconds(1) } }), Checks.EventLeaf);
        ShouldFail(Changing(whole, 2, entry => entry with { Leaf = entry.Leaf with { RecordedAt = entry.Leaf.RecordedAt.AddSeconds(1) } }), Checks.Inclusion, Checks.EventLeaf);
        ShouldFail(Changing(whole, 0, entry => entry with { Kept = [entry.Kept[0] with { Content = "\"else\""u8.ToArray() }] }), Checks.KeptDigest);
        ShouldFail(Changing(whole, 0, entry => entry with { Kept = [entry.Kept[0], entry.Kept[0]] }), Checks.KeptUnnamed);
        ShouldFail(new ProofFile(ProofExample.Log, ProofExample.Claim, [_example.Entry(2, 12, isWithheld: true)]), Checks.ClaimStream);
    }

    [Fact]
    public void Who_does_not_trust_the_logs_key_is_shown_nothing()
    {
        using var other = new SigningKey(ProofExample.Log, NoteKeyType.Ed25519, Enumerable.Repeat((byte)9, 32).ToArray());
        using var elsewhere = new SigningKey("archive.example/other", NoteKeyType.Ed25519, Enumerable.Repeat((byte)9, 32).ToArray());
        var file = _example.OfEntry(2, 12).ToFile();
        foreach (var keys in new VerifierKey[][] { [], [other.Verifier], [_example.Witness.Verifier] })
            ProofReading.Verify(file, keys).Failures.Single().Check.ShouldBe(Checks.CheckpointSignature);
        var cosigned = Encoding.UTF8.GetBytes(_example.Checkpoint(12, cosigned: true).ToString());
        ProofReading.Verify(cosigned, [_example.Witness.Verifier]).Failures.Single().Message.ShouldContain("only witnesses'");
        var verdict = ProofReading.Verify(cosigned, [_example.Witness.Verifier, _example.Key.Verifier]);
        verdict.IsValid.ShouldBeTrue();
        verdict.Witnesses.Single().At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_795_000_000));
        var text = new Checkpoint(ProofExample.Log, 1, default).ToText();
        ProofReading.Verify(Encoding.UTF8.GetBytes(new SignedNote(text, [elsewhere.Sign(text)]).ToString()), [elsewhere.Verifier]).Failures.Single().Check.ShouldBe(Checks.CheckpointLog);
    }

    [Fact]
    public void A_tlog_proof_is_verified_with_the_leaf_that_it_carries_or_is_given()
    {
        var entry = _example.Entry(7, 12);
        var carrying = Encoding.UTF8.GetBytes((entry.Proof with { Extra = entry.Leaf.ToData() }).ToString());
        Verify(carrying).Entries.Single().Entry.ShouldBe(7);
        for (var at = 0; at < carrying.Length; at++)
            Verify([.. carrying[..at], (byte)(carrying[at] ^ 1), .. carrying[(at + 1)..]]).IsValid.ShouldBeFalse($"{at}");
        var bare = Encoding.UTF8.GetBytes(entry.Proof.ToString());
        Verify(bare).Failures.Single().Check.ShouldBe(Checks.LeafMissing);
        ProofReading.Verify(bare, _example.Trusted, entry.Leaf.ToData()).IsValid.ShouldBeTrue();
        ProofReading.Verify(bare, _example.Trusted, _example.Entry(6, 12).Leaf.ToData()).Failures.Single().Check.ShouldBe(Checks.Inclusion);
    }

    [Fact]
    public void A_tree_is_shown_to_go_on_from_a_smaller_one_and_from_no_other()
    {
        for (var from = 1; from <= 12; from++)
        {
            for (var to = from; to <= 12; to++)
                Verify(_example.Consistency(from, to).ToFile()).Failures.ShouldBeEmpty();
        }

        var file = _example.Consistency(7, 12);
        ShouldFail(Verify((file with { From = _example.Checkpoint(6) }).ToFile()), Checks.Consistency);
        ShouldFail(Verify((file with { From = file.To, To = file.From }).ToFile()), Checks.Consistency);
        ShouldFail(Verify((file with { Hashes = [] }).ToFile()), Checks.Consistency);
    }

    [Fact]
    public void What_is_hostile_is_refused_at_the_cost_of_its_size()
    {
        string[] hostile =
        [
            "", "\n", "{", "{}\n", "null\n", "[]\n", new string('{', 100_000), "{\"a\":" + new string('[', 1_000_000), "{\"entries\":[" + string.Join(',', Enumerable.Repeat("{}", 100_000)) + "]}\n",
            "{\"format\":\"archive-proof.v1\",\"format\":\"archive-proof.v1\"}\n", "{\"entries\":[],\"format\":\"archive-proof.v1\",\"log\":\"x\"}\n", "{\"format\":\"archive-consistency.v1\",\"from\":\"\",\"proof\":[],\"to\":\"\"}\n",
            "{\"format\":\"archive-proof.v2\"}\n", "c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v1\nindex 99999999999999999999\n\n", "a\n-1\nAAAA\n\n— a AAAA\n", new string('\n', 100_000), new string('—', 100_000),
        ];
        foreach (var text in hostile)
        {
            var verdict = Verify(Encoding.UTF8.GetBytes(text));
            verdict.Failures.Single().Check.ShouldBe(Checks.Form);
            verdict.Failures[0].Message.Length.ShouldBeLessThan(1000, text.Length > 100 ? text[..100] : text);
        }

        Verify([0xff, 0xfe, 0]).IsValid.ShouldBeFalse();
        Verify(Encoding.UTF8.GetBytes("{" + new string(' ', ProofFile.MaxLength))).Failures.Single().Message.ShouldContain("at most");
    }

    public void Dispose() => _example.Dispose();

    private ProofVerdict Verify(byte[] file) => ProofReading.Verify(file, _example.Trusted);

    private void ShouldFail(ProofFile file, params string[] checks) => ShouldFail(Verify(file.ToFile()), checks);

    private static void ShouldFail(ProofVerdict verdict, params string[] checks)
    {
        verdict.Failures.Select(failure => failure.Check).Distinct().ShouldBe(checks, ignoreOrder: true);
        verdict.Entries.ShouldBeEmpty();
    }

    private static ProofFile Changing(ProofFile file, int at, Func<ProvenEntry, ProvenEntry> change) =>
        file with { Entries = [.. file.Entries.Select((entry, i) => i == at ? change(entry) : entry)] };

    private void Changed(byte[] file, string path, JsonNode? value, bool isLeftOut, string shown)
    {
        var whole = JsonNode.Parse(file)!;
        var parts = path.Split('.');
        var parent = parts[..^1].Aggregate(whole, (node, part) => node is JsonArray array ? array[int.Parse(part)]! : node[part]!);
        if (parent is JsonArray items)
        {
            var at = int.Parse(parts[^1]);
            if (!isLeftOut && JsonNode.DeepEquals(items[at], value))
                return;
            items.RemoveAt(at);
            if (!isLeftOut)
                items.Insert(at, value);
        }
        else if (isLeftOut)
        {
            parent.AsObject().Remove(parts[^1]);
        }
        else if (JsonNode.DeepEquals(parent[parts[^1]], value))
        {
            return;
        }
        else
        {
            parent[parts[^1]] = value;
        }

        byte[] changed = [.. CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(whole.ToJsonString())), (byte)'\n'];
        Verify(changed).IsValid.ShouldBeFalse($"{shown} {(isLeftOut ? "left out" : $"became {value?.ToJsonString()}")}");
    }

    private static IEnumerable<string> Paths(JsonNode node, string before = "")
    {
        var members = node switch
        {
            JsonObject json => json.Select(member => (Name: member.Key, member.Value)),
            JsonArray array => array.Select((item, i) => (Name: $"{i}", Value: item)),
            _ => [],
        };
        foreach (var (name, value) in members)
        {
            yield return before + name;
            foreach (var path in value is null ? [] : Paths(value, $"{before}{name}."))
                yield return path;
        }
    }
}
