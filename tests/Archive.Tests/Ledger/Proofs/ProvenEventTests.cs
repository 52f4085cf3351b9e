using System.Text;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Proofs;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Archive.Tests.Events;
using CsCheck;

namespace Archive.Tests.Ledger.Proofs;

public sealed class ProvenEventTests
{
    private static readonly EventMetadata Metadata = new(
        new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero).AddMicroseconds(7), "editor-1", Guid.Parse("00000000-0000-0000-0000-00000000000a"), 0, 1, new string('f', 64),
        Guid.Parse("00000000-0000-0000-0000-00000000000b"), null, ["authority/習", "source/\"z\"\n"], [.. Enumerable.Range(0, 32).Select(i => (byte)i)], new byte[32]);

    private static readonly LoggedEvent Logged = new(
        new LogPosition(5, 5), Guid.Parse("f81d4fae-7dec-51d0-a765-00a0c91e6bf6"), "claim/visit/c1", 3, "claim-rated.v1",
        """{ "rating" : 2.0, "claim":"visit/c1","words":"Прибув" }"""u8.ToArray(), Metadata);

    private static readonly LoggedEvent Erased = Logged with
    {
        Data = Encoding.UTF8.GetBytes($$"""{"erased": {"reason": "personal-data", "reference": "order 7", "payloadDigest": "{{new string('a', 64)}}" } }"""),
        Metadata = Metadata with { PayloadSalt = null },
    };

    /// <summary>Each is the event's line with one thing changed that no ledger vouches for.</summary>
    public static readonly TheoryData<string, string> Odd = new()
    {
        { "\"revision\":3", "\"revision\":-1" },
        { "\"revision\":3", "\"revision\":3.5" },
        { "\"revision\":3", "\"revision\":\"3\"" },
        { "\"revision\":3", "\"revision\":9007199254740992" },
        { "\"entry\":7", "\"entry\":0" },
        { "\"entry\":7", "\"entry\":7,\"entry\":7" },
        { "\"entry\":7", "\"entry\":7,\"entryx\":1" },
        { "\"entry\":7", "\"entry\":null" },
        { "\"entry\":7", "\"entry\": 7" },
        { "\"entry\":7,", "" },
        { "f81d4fae-7dec", "F81D4FAE-7dec" },
        { "f81d4fae-7dec-51d0-a765-00a0c91e6bf6", "f81d4fae7dec51d0a76500a0c91e6bf6" },
        { ".000007Z", ".000007+00:00" },
        { "\"refs\":[\"authority/習\",", "\"refs\":[\"authority/習\",\"authority/習\"," },
        { "\"refs\":[\"authority/習\",", "\"refs\":[3," },
        { "AAECAwQ", "!AECAwQ" },
        { "Hh8=\"", "Hh9=\"" },
        { "\"payloadSalt\":\"AAECAwQ", "\"payloadSalt\":\"AAAAAAECAwQ" },
        { "\"data\":{", "\"data\":[{" },
        { "\"data\":{", "\"data\":{\"erased\":{}," },
        { "editor-1", "editor\\u002d1" },
        { "editor-1", "editor\\ud800" },
    };

    [Fact]
    public void Its_leaf_is_that_of_the_ledger_and_its_line_says_all_of_it()
    {
        foreach (var logged in new[] { Logged, Erased })
        {
            var entry = LedgerNumbering.Number(6, null, logged);
            var proven = ProvenEvents.Of(entry, logged);
            proven.ToLeaf().ToHash().ToString().ShouldBe(entry.LeafHash);
            ProvenEvent.TryParse(proven.ToJson(), out var read, out var problem).ShouldBeTrue(problem);
            read!.ToLeaf().ShouldBe(proven.ToLeaf());
            read.ToJson().ShouldBe(proven.ToJson());
            (read.Erased is null).ShouldBe(logged == Logged);
        }
    }

    [Fact]
    public void Every_event_is_read_as_it_is_written() => Gen.OneOf(EventGen.ByType.Values.ToArray()).Sample(
        happened =>
        {
            var logged = Logged with { Stream = happened.Stream, Type = EventCatalogue.NameOf(happened), Data = EventCatalogue.Serialize(happened) };
            var proven = ProvenEvents.Of(7, Metadata.AppendedAt, logged);
            ProvenEvent.TryParse(proven.ToJson(), out var read, out var problem).ShouldBeTrue(problem);
            read!.ToLeaf().ToHash().ShouldBe(LedgerNumbering.LeafOf(7, Metadata.AppendedAt, logged).ToHash());
            EventCatalogue.Serialize(read.Happened()).ShouldBe(EventCatalogue.Serialize(happened));
        },
        iter: 300);

    [Fact]
    public void No_byte_of_it_can_be_changed_or_left_out()
    {
        foreach (var logged in new[] { Logged, Erased })
        {
            var line = ProvenEvents.Of(7, Metadata.AppendedAt, logged).ToJson();
            var leaf = LedgerNumbering.LeafOf(7, Metadata.AppendedAt, logged).ToHash();
            LeafOf(line).ShouldBe(leaf);
            // Why words were erased was said after the leaf was made: nothing vouches for it.
            var (unvouched, to) = (line.AsSpan().IndexOf("personal-data"u8), line.AsSpan().IndexOf("\"entry\""u8));
            for (var at = 0; at < line.Length; at++)
            {
                if (logged == Erased && at >= unvouched && at < to)
                    continue;
                foreach (var other in new[] { (byte)(line[at] ^ 1), (byte)(line[at] ^ 32), (byte)' ', (byte)'0', (byte)'"' }.Where(other => other != line[at]))
                    LeafOf([.. line[..at], other, .. line[(at + 1)..]]).ShouldNotBe(leaf, $"{at}");
                LeafOf([.. line[..at], .. line[(at + 1)..]]).ShouldNotBe(leaf, $"{at}");
                LeafOf([.. line[..at], line[at], .. line[at..]]).ShouldNotBe(leaf, $"{at}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_odd_is_refused_with_a_sentence(string what, string instead)
    {
        var line = Encoding.UTF8.GetString(ProvenEvents.Of(7, Metadata.AppendedAt, Logged).ToJson());
        line.ShouldContain(what);
        ProvenEvent.TryParse(Encoding.UTF8.GetBytes(line.Replace(what, instead, StringComparison.Ordinal)), out _, out var problem).ShouldBeFalse();
        problem!.ShouldEndWith(".");
    }

    [Fact]
    public void What_is_huge_deep_or_nothing_is_refused()
    {
        foreach (var hostile in new[] { "", "null", "[]", "{", new string('[', 100_000), "{\"data\":" + new string('[', 100_000), new string(' ', ProvenEvent.MaxLength + 1), "\ufeff{}", "\"\\ud800\"" })
            ProvenEvent.TryParse(Encoding.UTF8.GetBytes(hostile), out _, out var problem).ShouldBeFalse(problem);
        ProvenEvent.TryParse([0xff, 0xfe], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_erased_event_has_no_salt_and_one_with_a_salt_is_not_erased()
    {
        var both = ProvenEvents.Of(7, Metadata.AppendedAt, Erased with { Metadata = Metadata }).ToJson();
        ProvenEvent.TryParse(both, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("Its data was erased, and yet it has a payloadSalt.");
        var neither = ProvenEvents.Of(7, Metadata.AppendedAt, Logged with { Metadata = Erased.Metadata }).ToJson();
        ProvenEvent.TryParse(neither, out _, out problem).ShouldBeFalse();
        problem.ShouldBe("It has no payloadSalt, and its data is not the erased form.");
    }

    private static Sha256Digest LeafOf(byte[] line) => ProvenEvent.TryParse(line, out var read, out _) ? read.ToLeaf().ToHash() : default;
}
