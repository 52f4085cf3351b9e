using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.LogCopies;

namespace Archive.Tests.Logs;

public sealed class CompactJsonTests
{
    /// <summary>jsonb shows white space, and no escapes but those that JSON must have.</summary>
    [Theory]
    [InlineData("""{ "b" : [ 1 , 2.50, -0.1, 1e3 ] , "a" : { } , "text" : "  two  spaces, a \\ and a \" stay " }""")]
    [InlineData("""[ ]""")]
    [InlineData("""{"script": "日本 é 😀 \u0001 <b>&'+"}""")]
    [InlineData("""  "only a text"  """)]
    public void It_is_what_the_archive_would_have_appended_and_has_the_same_canonical_form(string shown)
    {
        var compact = CompactJson.Of(Encoding.UTF8.GetBytes(shown));
        compact.ToArray().ShouldBe(JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(shown), ArchiveJson.Options));
        CanonicalJson.Canonicalize(compact.Span).ShouldBe(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(shown)));
    }
}
