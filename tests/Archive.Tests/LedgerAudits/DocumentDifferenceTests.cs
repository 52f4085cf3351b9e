using Archive.LedgerAudits;

namespace Archive.Tests.LedgerAudits;

public sealed class DocumentDifferenceTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [1, 2]}""", """{"b": [1, 2], "a": 1}""", "")]
    [InlineData("""{"a": 1}""", """{"a": 1.0}""", "/a")]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", "/a")]
    [InlineData("""{"a": {"b": [1, 2]}}""", """{"a": {"b": [1, 3, 4]}}""", "/a/b/1 /a/b/2")]
    [InlineData("""{"a": null}""", """{}""", "/a")]
    [InlineData("""{}""", """{"a/b~c": {"d": 1}}""", "/a~1b~0c")]
    [InlineData("""{"a": []}""", """{"a": {}}""", "/a")]
    public void Members_that_differ_are_named_and_nothing_is_told_of_them(string expected, string found, string members) =>
        string.Join(' ', DocumentDifference.MembersOf(expected, found)).ShouldBe(members);
}
