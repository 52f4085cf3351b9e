using System.Text;
using System.Text.Json;
using Archive.Domain.Ledger;

namespace Archive.Tests.Ledger;

public sealed class SnapshotDigestTests
{
    private static readonly Sha256Digest A = Sha256Digest.Of("a"u8);
    private static readonly Sha256Digest B = Sha256Digest.Of("b"u8);

    [Fact]
    public void The_golden_snapshots_have_their_digests()
    {
        foreach (var vector in GoldenVectors.Read("snapshot-digest.json").List("vectors"))
        {
            var streams = vector.GetProperty("leaves").EnumerateObject().Select(stream => KeyValuePair.Create(stream.Name, StreamDigest.Of(Leaves(stream.Value)))).ToArray();
            foreach (var (name, digest) in streams)
                digest.ToString().ShouldBe(vector.GetProperty("streams").GetProperty(name).GetString(), $"{vector.Text("name")}, {name}");
            SnapshotDigest.Of(vector.Text("log"), vector.Text("record"), vector.GetProperty("entry").GetInt64(), streams).ToString()
                .ShouldBe(vector.Text("digest"), vector.Text("name"));
            Sha256Digest.Of(Encoding.UTF8.GetBytes(vector.Text("canonical"))).ToString().ShouldBe(vector.Text("digest"), vector.Text("name"));
        }
    }

    [Fact]
    public void A_thousand_streams_of_a_hundred_events_have_the_golden_digest()
    {
        var large = GoldenVectors.Read("snapshot-digest.json").GetProperty("large");
        var (streams, count) = (large.GetProperty("streams").GetInt32(), large.GetProperty("count").GetInt32());
        var digests = Enumerable.Range(0, streams).Select(s => KeyValuePair.Create(
            $"claim/flood/c{s}",
            StreamDigest.Of(Enumerable.Range(0, count / streams).Select(i => Sha256Digest.Of(Encoding.ASCII.GetBytes($"{s + (i * streams)}"))))));
        SnapshotDigest.Of(large.Text("log"), large.Text("record"), large.GetProperty("entry").GetInt64(), digests).ToString().ShouldBe(large.Text("digest"));
    }

    [Fact]
    public void The_order_of_events_counts_and_that_of_streams_does_not()
    {
        StreamDigest.Of([A, B]).ShouldNotBe(StreamDigest.Of([B, A]));
        Of(("s", A), ("t", B)).ShouldBe(Of(("t", B), ("s", A)));
        Of(("s", A), ("t", B)).ShouldNotBe(Of(("s", B), ("t", A)));
    }

    [Fact]
    public void A_stream_of_one_event_more_or_less_has_another_digest()
    {
        StreamDigest.Of([]).ShouldBe(StreamDigest.Beginning);
        new[] { StreamDigest.Of([]), StreamDigest.Of([A]), StreamDigest.Of([A, A]), StreamDigest.Of([default]), StreamDigest.Of([default, A]) }.ShouldBeUnique();
    }

    [Fact]
    public void A_stream_stands_once() => Should.Throw<ArgumentException>(() => Of(("s", A), ("s", A)));

    [Fact]
    public void Entries_count_from_one() => Should.Throw<ArgumentOutOfRangeException>(() => SnapshotDigest.Of("l", "r", 0, []));

    private static Sha256Digest Of(params (string Stream, Sha256Digest Digest)[] streams) =>
        SnapshotDigest.Of("l", "r", 2, streams.Select(stream => KeyValuePair.Create(stream.Stream, stream.Digest)));

    private static IEnumerable<Sha256Digest> Leaves(JsonElement leaves) => leaves.EnumerateArray().Select(leaf => Sha256Digest.Parse(leaf.GetString()!));
}
