using System.Text;
using Archive.Domain.Claims;
using Archive.Domain.Events;

namespace Archive.Tests.Events;

public sealed class NarrowerFormsTests
{
    private const string Anchored = """{"state":"exact","capture":"c","position":{"start":0,"end":5},"kept":"d"}""";

    private const string Unseen = """{"exact":"hello"}""";

    public static TheoryData<string, string> Events => new()
    {
        { "claim-recorded", """{"claim":"r/c","content":{"says":"x","particulars":{"kind":"background","who":[]},"derivedFrom":[]},"citations":[{"number":1,"source":"s","stance":"supports","about":"all","quote":QUOTE}]}""" },
        { "claim-corrected", """{"claim":"r/c","version":2,"content":{"says":"x","particulars":{"kind":"background","who":[]},"derivedFrom":[]},"citations":[{"number":1,"source":"s","stance":"supports","about":"all","quote":QUOTE}],"reason":"other","fault":"none","words":"w"}""" },
        { "claim-cited", """{"claim":"r/c","citation":{"number":1,"source":"s","stance":"supports","about":"all","quote":QUOTE}}""" },
        { "claim-disputed", """{"claim":"r/c","dispute":1,"question":"q","versions":[{"says":"a","citations":[{"number":1,"source":"s","stance":"supports","about":"all","quote":QUOTE}]}]}""" },
        { "dispute-resolved", """{"claim":"r/c","dispute":1,"resolution":{"outcome":"both-hold","words":"w","citations":[{"number":1,"source":"s","stance":"supports","about":"all","quote":QUOTE}]}}""" },
    };

    [Theory, MemberData(nameof(Events))]
    public void Version_1_is_read_as_version_2_would_be(string name, string json) =>
        Read(name + ".v1", json, Unseen).ShouldBe(Read(name + ".v2", json, Unseen));

    [Theory, MemberData(nameof(Events))]
    public void What_version_1_did_not_have_is_unreadable_in_it(string name, string json)
    {
        foreach (var quote in new[] { Anchored, """{"exact":"hello","prefix":"a"}""", """{"exact":"hello","suffix":"a"}""" })
        {
            Read(name + ".v2", json, quote).ShouldNotBeNull();
            Should.Throw<UnreadableEventException>(() => Read(name + ".v1", json, quote)).Message.ShouldContain(name + ".v1");
        }
    }

    [Fact]
    public void A_content_that_is_kept_apart_is_unreadable_in_version_1()
    {
        const string json = """{"claim":"r/c","content":{"says":"","particulars":{"kind":"background","who":[]},"derivedFrom":[],"kept":"d"},"citations":[]}""";
        ((ClaimRecorded)Read("claim-recorded.v2", json, "")).Content.Kept.ShouldBe("d");
        Should.Throw<UnreadableEventException>(() => Read("claim-recorded.v1", json, ""));
    }

    [Theory]
    [InlineData("""{"state":"exact","capture":"c","position":{"start":0,"end":5}}""")]
    [InlineData("""{"state":"exact","exact":"hello"}""")]
    [InlineData("""{"state":"transcribed-unseen"}""")]
    [InlineData("""{"exact":"hello","kept":"d"}""")]
    public void A_quote_that_is_neither_anchored_nor_unseen_is_unreadable(string quote) =>
        Should.Throw<UnreadableEventException>(() => Read("claim-cited.v2", Events.Single(row => row.Data.Item1 == "claim-cited").Data.Item2, quote));

    private static Archive.Domain.IArchiveEvent Read(string name, string json, string quote) =>
        EventCatalogue.Deserialize(name, Encoding.UTF8.GetBytes(json.Replace("QUOTE", quote, StringComparison.Ordinal)));
}
