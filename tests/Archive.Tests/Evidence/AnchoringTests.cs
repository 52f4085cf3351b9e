using Archive.Domain.Evidence;

namespace Archive.Tests.Evidence;

public sealed class AnchoringTests
{
    [Theory]
    [InlineData("a😀b", "b", 2, 3)]
    [InlineData("e\u0301te\u0301", "t", 2, 3)]
    [InlineData("line\r\nnext", "\r\nnext", 4, 10)]
    [InlineData("אמר: «שלום» today", "«שלום»", 5, 11)]
    [InlineData("👩‍👩‍👧 family", "family", 6, 12)]
    [InlineData("习近平抵达莫斯科", "莫斯科", 5, 8)]
    public void Places_count_in_code_points_in_logical_order(string text, string exact, int start, int end) =>
        Find(text, new(exact)).Position.ShouldBe(new QuotePosition(start, end));

    [Theory]
    [InlineData("café", "cafe\u0301", QuoteDifference.NormalisationForm)]
    [InlineData("the ﬁrst", "the first", QuoteDifference.NormalisationForm)]
    [InlineData("they  met", "they met", QuoteDifference.WhiteSpace)]
    [InlineData("they\u00a0met", "they met", QuoteDifference.WhiteSpace)]
    [InlineData("they\r\nmet", "they\nmet", QuoteDifference.WhiteSpace)]
    [InlineData("“yes”", "\"yes\"", QuoteDifference.QuotationMarks)]
    [InlineData("it’s", "it's", QuoteDifference.QuotationMarks)]
    [InlineData("«да»", "„да“", QuoteDifference.QuotationMarks)]
    [InlineData("one\u2011on\u2014one", "one-on-one", QuoteDifference.Hyphens)]
    [InlineData("co\u00adoperate", "cooperate", QuoteDifference.Hyphens)]
    [InlineData("MOSCOW", "Moscow", QuoteDifference.Case)]
    [InlineData("ΟΔΟΣ", "οδος", QuoteDifference.Case)]
    [InlineData("sha\u200blom", "shalom", QuoteDifference.Invisible)]
    public void Nothing_is_overlooked_and_the_difference_in_form_is_named(string text, string exact, QuoteDifference difference)
    {
        var anchor = Find($"before {text} after", new(exact));
        anchor.State.ShouldBe(AnchorState.Missing);
        (anchor.Nearest!.Place.Words, anchor.Nearest.Edits).ShouldBe((text, 0));
        anchor.Nearest.Differs.ShouldBe([difference]);
    }

    [Fact]
    public void A_word_that_stands_twice_is_ambiguous_until_something_decides()
    {
        const string text = "He came. He saw. He won.";
        var anchor = Find(text, new("He"));
        (anchor.State, anchor.Count, anchor.Position).ShouldBe((AnchorState.Ambiguous, 3, null));
        anchor.Places.Select(place => (place.Position.Start, place.After)).ShouldBe([(0, " came. He saw. He won."), (9, " saw. He won."), (17, " won.")]);

        Find(text, new("He", Suffix: " saw")).Position.ShouldBe(new QuotePosition(9, 11));
        Find(text, new("He", Prefix: "saw. ")).Position.ShouldBe(new QuotePosition(17, 19));
        Find(text, new("He", Position: new(0, 2))).Position.ShouldBe(new QuotePosition(0, 2));
        Find(text, new("He", Prefix: ". ")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("He", null, null, 1, 3, QuoteDifference.Position)]
    [InlineData("He", null, null, 9, 12, QuoteDifference.Position)]
    [InlineData("He", null, null, 900, 902, QuoteDifference.Position)]
    [InlineData("He", null, " saw", 0, 2, QuoteDifference.Position)]
    [InlineData("He", "went. ", null, null, null, QuoteDifference.Prefix)]
    [InlineData("saw", null, " him", null, null, QuoteDifference.Suffix)]
    public void Parts_that_contradict_each_other_select_nothing_and_are_never_moved(string exact, string? prefix, string? suffix, int? start, int? end, QuoteDifference difference)
    {
        var anchor = Find("He came. He saw. He won.", new(exact, prefix, suffix, start is null ? null : new QuotePosition(start.Value, end!.Value)));
        (anchor.State, anchor.Position).ShouldBe((AnchorState.Missing, null));
        anchor.Nearest!.Place.Words.ShouldBe(exact);
        anchor.Nearest.Differs.ShouldBe([difference]);
    }

    [Fact]
    public void The_nearest_of_equal_words_is_the_one_that_fits_its_surroundings_and_then_the_position()
    {
        const string text = "He came. He saw. He won.";
        Find(text, new("He", Suffix: " won", Position: new(0, 2))).Nearest!.Place.Position.ShouldBe(new QuotePosition(17, 19));
        Find(text, new("He", Position: new(10, 12))).Nearest!.Place.Position.ShouldBe(new QuotePosition(9, 11));
    }

    [Fact]
    public void Words_that_differ_in_some_characters_are_shown_with_how_many()
    {
        var nearest = Find("On Monday the aircraft landed at Vnukovo-2 in the afternoon.", new("aircraft landet at Vnukovo in")).Nearest!;
        (nearest.Place.Words, nearest.Edits).ShouldBe(("aircraft landed at Vnukovo-2 in", 3));
        nearest.Differs.ShouldBe([QuoteDifference.Words]);
        Find("On Monday the aircraft landed.", new("Nothing of the kind was ever said")).Nearest.ShouldBeNull();
    }

    [Fact]
    public void A_position_alone_selects_what_stands_there()
    {
        Find("a😀bc", new(null, Position: new(1, 3))).Places[0].Words.ShouldBe("😀b");
        Find("a😀bc", new(null, Position: new(1, 5))).State.ShouldBe(AnchorState.Missing);
    }

    [Theory]
    [InlineData("", null, null, 0, 0)]
    [InlineData(null, null, null, 0, 0)]
    [InlineData(null, "a", null, 0, 0)]
    [InlineData(null, "a", null, 1, 2)]
    [InlineData("a", null, null, 5, 5)]
    [InlineData("a", null, null, -1, 2)]
    public void What_is_no_selector_is_refused(string? exact, string? prefix, string? suffix, int start, int end)
    {
        var selector = new TextSelector(exact, prefix, suffix, (start, end) == (0, 0) ? null : new QuotePosition(start, end));
        selector.WhatIsWrong().ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => Find("a text", selector));
    }

    [Fact]
    public void A_selector_with_half_a_character_is_none()
    {
        foreach (var half in new[] { "a\ud83d", "\ude00", "\ud83d\ud83d\ude00", "\ude00\ud83d" })
        {
            foreach (var selector in new TextSelector[] { new(half), new("a", half), new("a", null, half) })
                selector.WhatIsWrong().ShouldNotBeNull().ShouldContain("half a surrogate pair");
        }
    }

    [Fact]
    public void Half_a_character_is_no_text() => Should.Throw<ArgumentException>(() => new CodePointText("a\ud83d b"));

    /// <summary>Each would take hours if any step tried every place against every character.</summary>
    [Theory]
    [InlineData("aaaaaaaa", "a")]
    [InlineData("aaaaaaaa", "b")]
    [InlineData("ab", "b")]
    [InlineData("😀", "a")]
    [InlineData("\u0301", "\u0301")]
    [InlineData(" ", "a")]
    public void Texts_that_repeat_themselves_cost_no_more_than_others(string unit, string last)
    {
        var text = new CodePointText(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)));
        var words = string.Concat(Enumerable.Repeat(unit, 40_000 / unit.Length));
        foreach (var exact in new[] { words + last, words + last + words, last + words, words, unit })
        {
            Find(text, new(exact));
            Find(text, new(exact, Prefix: words + last, Suffix: last + words));
            Find(text, new(exact, Position: new(77, 78)));
        }
    }

    private static Anchor Find(string text, TextSelector selector) => Find(new CodePointText(text), selector);

    private static Anchor Find(CodePointText text, TextSelector selector) => Anchoring.Find(text, selector);
}
