using Archive.Cli.Input;
using Archive.Domain.Claims;

namespace Archive.Tests.Cli;

public sealed class CitationSpecTests
{
    public static TheoryData<string, CitationDraft> Forms => new()
    {
        { "tass", new("tass") },
        { "icc-copy=\"a phrase: with = and @\"", new("icc-copy", Phrase: "a phrase: with = and @") },
        { "icc-copy=unquoted", new("icc-copy", Phrase: "unquoted") },
        { "wiki:contradicts:when", new("wiki", Stance.Contradicts, CitedPart.When) },
        { "wiki:when:contradicts", new("wiki", Stance.Contradicts, CitedPart.When) },
        { "memoir:mentions:opening@2026-11-20", new("memoir", Stance.Mentions, ConsultedOn: "2026-11-20", Extent: ConsultedExtent.Opening) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_citation_is_read_from_one_word(string text, CitationDraft citation)
    {
        CitationSpec.TryParse(text, out var read, out _).ShouldBeTrue();
        read.ShouldBe(citation);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":supports")]
    [InlineData("tass:loves")]
    [InlineData("tass:supports:contradicts")]
    [InlineData("tass@")]
    [InlineData("tass=")]
    [InlineData("tass=\"\"")]
    public void What_is_no_citation_is_refused_with_the_form(string text)
    {
        CitationSpec.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldContain("SOURCE[:STANCE]");
    }
}
