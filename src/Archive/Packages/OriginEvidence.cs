using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Packages;
using Archive.Dossiers;

namespace Archive.Packages;

/// <summary>
/// What an archive keeps of another's package as evidence: one source for a record of a log, with a capture for each package that was imported. The capture has checkpoint,
/// statement, and leaf data and proof of every entry (<c>schemas/package/origin.v1.schema.json</c>); the same package gives the same bytes.
/// </summary>
internal sealed record OriginEvidence(string Source, string File, byte[] Bytes, MapNode Node)
{
    public static OriginEvidence Of(VerifiedBag bag, IReadOnlyList<ProvenEvent> events, IReadOnlyList<BagProof> proofs)
    {
        var statement = bag.Signed.Statement!;
        var entries = new JsonArray();
        for (var i = 0; i < events.Count; i++)
        {
            entries.Add(new JsonObject
            {
                ["leaf"] = JsonNode.Parse(events[i].ToLeaf().ToData()),
                ["hashes"] = new JsonArray([.. proofs[i].Hashes.Select(hash => (JsonNode?)JsonValue.Create(Convert.ToBase64String(hash)))]),
            });
        }

        var json = new JsonObject
        {
            ["format"] = "archive-origin.v1",
            ["checkpoint"] = bag.Signed.CheckpointNote!.ToString(),
            ["statement"] = bag.Signed.StatementNote!.ToString(),
            ["entries"] = entries,
        };
        var source = $"origin-{Sha256Digest.Of(Encoding.UTF8.GetBytes($"{statement.Log}\n{statement.Record}")).ToString()[..16]}";
        var file = $"captures/origin-{statement.Entry}.json";
        return new OriginEvidence(source, file, CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(json)), Describe(source, file, statement, events[^1]));
    }

    /// <summary>No clock is asked: a repeat has to say the same. So the copy is dated by the last event in it.</summary>
    private static MapNode Describe(string source, string file, BagStatement statement, ProvenEvent last) => MapNode.Of(
        MapField.Of("id", source),
        MapField.Of("kind", "other"),
        MapField.Of("title", $"Record {statement.Record} of the archive {statement.Log}"),
        Plain("title-supplied"),
        MapField.Of("publisher", statement.Log),
        MapField.Of("captures", ListNode.Of(
        [
            MapNode.Of(
                MapField.Of("file", file),
                MapField.Of("captured-at", RecordedTime.Format(last.RecordedAt)),
                MapField.Of("captured-by", statement.Log),
                MapField.Of("method", "transfer"),
                MapField.Of("media-type", "application/json"),
                MapField.Of("received-from", statement.Log),
                Plain("no-text"),
                MapField.Of("words", $"Checkpoint, signed statement, and leaf data and proof of every entry of the record as of entry {statement.Entry}; dated by the last of them.")),
        ])));

    private static MapField? Plain(string name) => MapField.Of(name, new TextNode(DossierPlace.Nowhere, "true", Plain: true));
}
