using System.Text;
using Archive.Domain.Events;
using CsCheck;

namespace Archive.Tests.Events;

public sealed class UnreadableEventTests
{
    private const string Retracted = """{"claim":"visit-2023/c51","reason":"wrong","words":"WORDS"}""";

    private static readonly string Deep = string.Concat(Enumerable.Repeat("[", 100_000));

    public static TheoryData<string, string> Broken => new MatrixTheoryData<string, string>(
        ["claim-retracted.v1", "claim-recorded.v1", "source-origin-established.v1"],
        [
            "", " ", "null", "true", "7", "\"x\"", "[]", "{}", "{", "{}{}", "{}//", "/**/{}", "{\"claim\":}", "{,}", "\uFEFF{}", "{'claim':1}", "NaN", Deep, Deep.Replace("[", "{\"a\":"),
            """{"claim":"visit-2023/c51","claim":"visit-2023/c52","reason":"wrong","words":"x"}""",
            """{"claim":"visit-2023/c51","reason":"wrong","words":"x","words":"x"}""",
            """{"claim":"visit-2023/c51","reason":"wrong","words":"\uD800"}""",
            """{"claim":"visit-2023/c51","\uDC00":"wrong","words":"x"}""",
            """{"source":"a","source":"b","origin":"c"}""",
            """{"source":"a","origin":"c","origin":"c"}""",
            """{"source":"a","origin":"\uD800"}""",
            """{"source":"a","origin":"c","words":"\uDFFF"}""",
            """{"claim":"a/b","content":{"says":"x","particulars":{"who":[]},"derivedFrom":[]},"citations":[]}""",
            """{"claim":"a/b","content":{"says":"x","particulars":{"kind":1,"who":[]},"derivedFrom":[]},"citations":[]}""",
            """{"claim":"a/b","content":{"says":"x","particulars":{"kind":"background","kind":"background","who":[]},"derivedFrom":[]},"citations":[]}""",
            """{"claim":"a/b","content":{"says":"x","particulars":{"kind":"background","who":[],"$ref":"1"},"derivedFrom":[]},"citations":[]}""",
        ]);

    [Theory, MemberData(nameof(Broken))]
    public void Broken_json_is_an_unreadable_event(string name, string json) => Unreadable(name, Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("claim-forgotten.v1")]
    [InlineData("claim-retracted.v2")]
    [InlineData("claim-retracted")]
    [InlineData("Claim-Retracted.v1")]
    [InlineData("")]
    public void An_unknown_name_is_an_unreadable_event(string name) => Unreadable(name, Encoding.UTF8.GetBytes(Retracted));

    [Fact]
    public void Other_encodings_than_utf8_are_unreadable()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Unreadable("claim-retracted.v1", encoding.GetBytes(Retracted));
            Unreadable("claim-retracted.v1", [.. encoding.GetPreamble(), .. encoding.GetBytes(Retracted)]);
        }

        Unreadable("claim-retracted.v1", Encoding.Latin1.GetBytes(Retracted.Replace("WORDS", "é")));
        Unreadable("source-origin-established.v1", Encoding.Latin1.GetBytes("""{"source":"a","origin":"é"}"""));
    }

    [Fact]
    public void A_huge_event_is_read_and_a_huge_broken_one_is_unreadable()
    {
        var huge = Retracted.Replace("WORDS", new string('x', 10_000_000));
        EventCatalogue.Deserialize("claim-retracted.v1", Encoding.UTF8.GetBytes(huge)).Stream.ShouldBe("claim/visit-2023/c51");
        Unreadable("claim-retracted.v1", Encoding.UTF8.GetBytes(huge[..^1]));
        Unreadable("source-origin-established.v1", Encoding.UTF8.GetBytes(huge));
    }

    [Fact]
    public void Whatever_byte_is_planted_the_event_is_read_or_unreadable_and_nothing_else() => Gen.Select(
        Gen.Int[0, EventExample.All.Count - 1], Gen.Int[0, 100_000], Gen.Byte).Sample((which, place, planted) =>
        {
            var example = EventExample.All[which];
            var bytes = (byte[])example.Bytes.Clone();
            bytes[place % bytes.Length] = planted;
            try
            {
                EventCatalogue.Deserialize(example.Event, bytes);
            }
            catch (UnreadableEventException)
            {
                // The one exception that readers of a log expect.
            }
        },
        iter: 5_000);

    private static void Unreadable(string name, byte[] data) => Should.Throw<UnreadableEventException>(() => EventCatalogue.Deserialize(name, data));
}
