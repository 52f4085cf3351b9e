using System.Text;
using Archive.Domain.Ledger;

namespace Archive.Tests.Ledger;

public sealed class SnapshotDigestTests
{
    [Fact]
    public void The_golden_snapshots_have_their_digests()
    {
        foreach (var vector in GoldenVectors.Read("snapshot-digest.json").List("vectors"))
        {
            var leaves = vector.List("leaves").Select(l => Sha256Digest.Parse(l.GetString()!));
            SnapshotDigest.Of(vector.Text("log"), vector.Text("record"), vector.GetProperty("entry").GetInt64(), leaves).ToString()
                .ShouldBe(vector.Text("digest"), vector.Text("name"));
            Sha256Digest.Of(Encoding.UTF8.GetBytes(vector.Text("canonical"))).ToString().ShouldBe(vector.Text("digest"), vector.Text("name"));
        }
    }

    [Fact]
    public void A_hundred_thousand_leaves_have_the_golden_digest()
    {
        var large = GoldenVectors.Read("snapshot-digest.json").GetProperty("large");
        var leaves = Enumerable.Range(0, large.GetProperty("count").GetInt32()).Select(i => Sha256Digest.Of(Encoding.ASCII.GetBytes($"{i}")));
        SnapshotDigest.Of(large.Text("log"), large.Text("record"), large.GetProperty("entry").GetInt64(), leaves).ToString().ShouldBe(large.Text("digest"));
    }

    [Fact]
    public void Order_counts()
    {
        var (a, b) = (Sha256Digest.Of("a"u8), Sha256Digest.Of("b"u8));
        SnapshotDigest.Of("l", "r", 2, [a, b]).ShouldNotBe(SnapshotDigest.Of("l", "r", 2, [b, a]));
    }

    [Fact]
    public void A_finished_digest_takes_nothing_more()
    {
        using var digest = new SnapshotDigest("l", "r", 1);
        digest.Finish();
        Should.Throw<InvalidOperationException>(() => digest.Append(default));
        Should.Throw<InvalidOperationException>(() => digest.Finish());
    }

    [Fact]
    public void Entries_count_from_one() => Should.Throw<ArgumentOutOfRangeException>(() => SnapshotDigest.Of("l", "r", 0, []));
}
