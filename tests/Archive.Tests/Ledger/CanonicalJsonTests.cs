using System.Text;
using System.Text.Json;
using Archive.Domain.Ledger;

namespace Archive.Tests.Ledger;

public sealed class CanonicalJsonTests
{
    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private static CanonicalJsonError Refused(byte[] json)
    {
        CanonicalJson.TryCanonicalize(json, out var canonical, out var error).ShouldBeFalse();
        canonical.ShouldBeNull();
        return error!;
    }

    [Fact]
    public void The_golden_vectors_come_out_byte_for_byte()
    {
        foreach (var vector in GoldenVectors.Read("canonical-json.json").List("vectors"))
        {
            var canonical = CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(vector.Text("input")));
            Encoding.UTF8.GetString(canonical).ShouldBe(vector.Text("canonical"), vector.Text("name"));
            Sha256Digest.Of(canonical).ToString().ShouldBe(vector.Text("sha256"), vector.Text("name"));
        }
    }

    [Fact]
    public void The_refused_vectors_are_refused_at_the_right_byte_for_the_right_reason()
    {
        foreach (var vector in GoldenVectors.Read("canonical-json.json").List("refused"))
        {
            var error = Refused(vector.Hex("inputHex"));
            (error.Code, error.Offset).ShouldBe((vector.Text("code"), vector.GetProperty("offset").GetInt32()), vector.Text("name"));
            error.Message.ShouldStartWith($"At byte {error.Offset}: ");
        }
    }

    [Fact]
    public void A_refusal_names_the_byte_and_what_stands_there()
    {
        Refused("""{"a" 1}"""u8.ToArray()).Message.ShouldBe("At byte 5: ':' is expected, but '1' stands there.");
        Should.Throw<CanonicalJsonException>(() => Canonical("[")).Error.Message.ShouldBe("At byte 1: a value is expected, but the end of the text stands there.");
    }

    [Fact]
    public void An_element_inside_a_document_has_the_form_of_its_own_text()
    {
        using var document = JsonDocument.Parse("""[ { "b" : 1.0, "a" : "\u0041" } ]""");
        Encoding.UTF8.GetString(CanonicalJson.Canonicalize(document.RootElement[0])).ShouldBe("""{"a":"A","b":1}""");
    }

    [Fact]
    public void Duplicate_names_in_an_element_are_seen()
    {
        using var document = JsonDocument.Parse("""{"a":1,"a":2}""");
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Canonicalize(document.RootElement)).Error.Code.ShouldBe(CanonicalJsonError.DuplicateKey);
    }

    [Fact]
    public void The_same_name_in_different_objects_is_no_duplicate() =>
        Canonical("""{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}""").ShouldBe("""{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}""");

    [Theory]
    [InlineData("[", "1", "]")]
    [InlineData("{\"a\":", "1", "}")]
    [InlineData("[{\"b\":1,\"a\":", "1", "}]")]
    public void Depth_is_taken_up_to_the_limit_and_refused_beyond(string open, string middle, string close)
    {
        string Nested(int times) => string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));
        var levels = open.Count(c => c is '[' or '{');
        Canonical(Nested(CanonicalJson.MaxDepth / levels)).Length.ShouldBe(Nested(CanonicalJson.MaxDepth / levels).Length);
        Refused(Encoding.UTF8.GetBytes(Nested((CanonicalJson.MaxDepth / levels) + 1))).Code.ShouldBe(CanonicalJsonError.TooDeep);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"\":")]
    public void A_million_levels_are_refused_without_harm(string open) =>
        Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 1_000_000)))).Code.ShouldBe(CanonicalJsonError.TooDeep);

    [Fact]
    public void A_text_of_megabytes_passes()
    {
        var text = '"' + new string('є', 1_000_000) + '"';
        Canonical($"[ {text} , {text} ]").ShouldBe($"[{text},{text}]");
        Canonical('"' + string.Concat(Enumerable.Repeat("\\u0000", 200_000)) + '"').Length.ShouldBe(1_200_002);
        Canonical(new string('1', 1_000_000) + "e-999999").ShouldBe("1.1111111111111112");
        Canonical("0." + new string('0', 500_000) + "1e500001").ShouldBe("1");
    }

    [Fact]
    public void A_hundred_thousand_members_in_the_worst_order_are_sorted()
    {
        var names = Enumerable.Range(0, 100_000).Select(i => i.ToString("D6")).ToList();
        var reversed = "{" + string.Join(",", Enumerable.Reverse(names).Select(n => $"\"{n}\":[]")) + "}";
        Canonical(reversed).ShouldBe("{" + string.Join(",", names.Select(n => $"\"{n}\":[]")) + "}");
    }

    [Fact]
    public void A_text_beyond_the_longest_is_refused() =>
        Refused(new byte[CanonicalJson.MaxLength + 1]).Code.ShouldBe(CanonicalJsonError.TooLong);
}
