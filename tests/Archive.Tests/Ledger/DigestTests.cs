using System.Text;
using System.Text.Json;
using Archive.Domain.Ledger;

namespace Archive.Tests.Ledger;

public sealed class DigestTests
{
    private static readonly DigestedMetadata Metadata = new("claim-c1", 0, "a-1", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), null, null, []);
    private static readonly LedgerLeaf Leaf = new(1, Metadata.Command, "claim-recorded.v1", DateTimeOffset.UnixEpoch, default, default);

    private static DigestedMetadata MetadataOf(JsonElement m) => new(
        m.Text("stream"), m.GetProperty("revision").GetInt64(), m.Text("actor"), m.GetProperty("command").GetGuid(), m.Id("correlation"), m.Id("causation"),
        [.. m.List("refs", mayBeEmpty: true).Select(r => r.GetString()!)]);

    [Fact]
    public void The_golden_events_have_their_digests_and_leaves()
    {
        foreach (var vector in GoldenVectors.Read("event-digests.json").List("vectors"))
        {
            var name = vector.Text("name");
            var data = Encoding.UTF8.GetBytes(vector.Text("data"));
            var metadata = MetadataOf(vector.GetProperty("metadata"));
            var payloadDigest = EventDigests.OfPayload(vector.Hex("salt1"), data);
            var metadataDigest = EventDigests.OfMetadata(vector.Hex("salt2"), metadata);
            var stands = vector.GetProperty("leaf");
            var leaf = new LedgerLeaf(
                stands.GetProperty("entry").GetInt64(), stands.GetProperty("eventId").GetGuid(), stands.Text("type"), RecordedTime.Parse(stands.Text("recordedAt")), payloadDigest, metadataDigest);

            Encoding.UTF8.GetString(CanonicalJson.Canonicalize(data)).ShouldBe(vector.Text("canonicalData"), name);
            Encoding.UTF8.GetString(metadata.ToCanonicalJson()).ShouldBe(vector.Text("canonicalMetadata"), name);
            payloadDigest.ToString().ShouldBe(vector.Text("payloadDigest"), name);
            metadataDigest.ToString().ShouldBe(vector.Text("metadataDigest"), name);
            Encoding.UTF8.GetString(leaf.ToData()).ShouldBe(vector.Text("leafData"), name);
            leaf.ToHash().ToString().ShouldBe(vector.Text("leafHash"), name);
            LedgerLeaf.HashOf(leaf.ToData()).ShouldBe(leaf.ToHash(), name);
        }
    }

    [Fact]
    public void What_is_digested_is_canonical_json()
    {
        var metadata = Metadata with { Stream = "\u0001\"\\😀", Refs = ["\t", "a", "😀", "\uFB33"], Correlation = Metadata.Command };
        CanonicalJson.Canonicalize(metadata.ToCanonicalJson()).ShouldBe(metadata.ToCanonicalJson());
        CanonicalJson.Canonicalize(Leaf.ToData()).ShouldBe(Leaf.ToData());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_salt_of_any_length_but_32_bytes_is_refused(int length)
    {
        Should.Throw<ArgumentException>(() => EventDigests.OfPayload(new byte[length], "{}"u8));
        Should.Throw<ArgumentException>(() => EventDigests.OfMetadata(new byte[length], Metadata));
    }

    [Fact]
    public void Data_that_is_no_canonical_json_is_refused() =>
        Should.Throw<CanonicalJsonException>(() => EventDigests.OfPayload(new byte[32], """{"a":1,"a":1}"""u8)).Error.Offset.ShouldBe(7);

    [Fact]
    public void Refs_out_of_order_or_twice_are_refused()
    {
        Should.Throw<ArgumentException>(() => Metadata with { Refs = ["b", "a"] });
        Should.Throw<ArgumentException>(() => Metadata with { Refs = ["a", "a"] });
        // Ordinal is by UTF-16 code units: U+1F600 before U+FB33.
        Should.Throw<ArgumentException>(() => Metadata with { Refs = ["\uFB33", "😀"] });
        Should.NotThrow(() => Metadata with { Refs = ["😀", "\uFB33"] });
    }

    [Fact]
    public void Refs_changed_by_their_owner_afterwards_do_not_change_what_is_digested()
    {
        string[] refs = ["a", "b"];
        var metadata = Metadata with { Refs = refs };
        refs[1] = "";
        Encoding.UTF8.GetString(metadata.ToCanonicalJson()).ShouldContain("""["a","b"]""");
    }

    [Fact]
    public void Numbers_that_json_readers_would_round_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Metadata with { Revision = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => Metadata with { Revision = 1L << 53 });
        Should.Throw<ArgumentOutOfRangeException>(() => Leaf with { Entry = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => Leaf with { Entry = 1L << 53 });
    }

    [Fact]
    public void A_leaf_time_finer_than_a_microsecond_is_refused() =>
        Should.Throw<ArgumentException>(() => Leaf with { RecordedAt = DateTimeOffset.UnixEpoch.AddTicks(1) });

    [Fact]
    public void Text_with_half_a_surrogate_pair_is_refused()
    {
        Should.Throw<ArgumentException>(() => (Metadata with { Actor = "\uD83D" }).ToCanonicalJson());
        Should.Throw<ArgumentException>(() => (Leaf with { Type = "a\uDE00" }).ToHash());
    }
}
