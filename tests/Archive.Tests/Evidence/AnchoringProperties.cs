using Archive.Domain.Evidence;
using CsCheck;

namespace Archive.Tests.Evidence;

public sealed class AnchoringProperties
{
    /// <summary>Few characters, so that words come again and overlap; one is two UTF-16 units, one combines, one is written from right to left.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf("a", "a", "b", "😀", "\u0301", "ש", "\r\n", " ");

    private static Gen<string> Pieces(int least, int most) => Piece.Array[least, most].Select(string.Concat);

    private static readonly Gen<(string Text, TextSelector Selector)> Question = Gen.Select(
        Pieces(0, 60), Pieces(1, 4), Pieces(0, 3).Null(), Pieces(0, 3).Null(), Gen.Select(Gen.Int[0, 40], Gen.Int[1, 5]).Nullable(),
        (text, exact, prefix, suffix, position) =>
            (text, new TextSelector(exact, prefix, suffix, position is { } p ? new QuotePosition(p.Item1, p.Item1 + p.Item2) : null)));

    [Fact]
    public void The_places_are_those_that_trying_every_place_finds() => Question.Sample(
        question =>
        {
            var places = SlowAnchoring.Places(question.Text, question.Selector);
            var anchor = Anchoring.Find(new CodePointText(question.Text), question.Selector);
            anchor.Count.ShouldBe(places.Count);
            anchor.State.ShouldBe(places.Count switch { 0 => AnchorState.Missing, 1 => AnchorState.Exact, _ => AnchorState.Ambiguous });
            anchor.Places.Select(place => place.Position).ShouldBe(places.Take(Anchoring.MostPlaces));
            anchor.Places.ShouldAllBe(place => place.Words == question.Selector.Exact);
            anchor.Position.ShouldBe(places.Count == 1 ? places[0] : null);
        },
        iter: 10_000);

    [Fact]
    public void What_was_found_once_is_found_again_by_its_words_and_position() => Question.Sample(
        question =>
        {
            var text = new CodePointText(question.Text);
            foreach (var place in Anchoring.Find(text, question.Selector).Places)
            {
                var again = question.Selector with { Position = place.Position };
                Anchoring.Find(text, again).Position.ShouldBe(place.Position);
                SlowAnchoring.Slice(question.Text, place.Position).ShouldBe(question.Selector.Exact);
            }
        },
        iter: 5_000);

    [Fact]
    public void What_stands_around_a_place_is_what_the_text_has_there() => Question.Sample(question =>
    {
        foreach (var place in Anchoring.Find(new CodePointText(question.Text), question.Selector).Places)
            question.Text.ShouldContain(place.Before + place.Words + place.After);
    });

    [Fact]
    public void The_nearest_match_is_a_place_of_the_text_and_says_truly_how_far_off_it_is() => Question.Sample(
        question =>
        {
            if (Anchoring.Find(new CodePointText(question.Text), question.Selector).Nearest is not { } nearest)
                return;
            SlowAnchoring.Slice(question.Text, nearest.Place.Position).ShouldBe(nearest.Place.Words);
            SlowAnchoring.Distance(FoldedText.Of(question.Selector.Exact!), FoldedText.Of(nearest.Place.Words)).ShouldBeLessThanOrEqualTo(nearest.Edits + 1);
            nearest.Differs.ShouldNotBeEmpty();
        },
        iter: 5_000);

    [Fact]
    public void The_distance_is_that_of_the_best_stretch() => Gen.Select(Gen.Char["abc"].Array[1, 150], Gen.Char["abc"].Array[0, 200]).Sample(
        (words, text) =>
        {
            var (start, end, distance) = EditDistance.Best(words, text);
            SlowAnchoring.Distance(new string(words), new string(text[start..end])).ShouldBe(distance);
            distance.ShouldBe(LeastAnywhere(words, text));
        },
        iter: 500);

    [Fact]
    public void Words_with_a_few_changes_are_found_where_they_were_taken_from() => Gen.Select(
        Gen.Char["абвгдежз ,."].Array[3_000], Gen.Int[0, 2_800], Gen.Int[40, 200], Gen.Int[0, 1_000].Array[1, 4]).Sample(
        (text, start, length, changes) =>
        {
            var words = text[start..(start + length)];
            foreach (var change in changes)
                words[change % length] = 'Я';
            var selector = new TextSelector(new string(words));
            var nearest = Anchoring.Find(new CodePointText(new string(text)), selector).Nearest.ShouldNotBeNull();
            // A change in the middle of a run of spaces counts twice: the run is one space where white space is overlooked.
            nearest.Edits.ShouldBeLessThanOrEqualTo(changes.Length * 2);
            Math.Abs(nearest.Place.Position.Start - start).ShouldBeLessThanOrEqualTo((changes.Length * 2) + 1);
        },
        iter: 300);

    [Fact]
    public void Places_count_in_code_points_wherever_they_are() => Gen.Select(Piece.Array[0, 6_000], Gen.Int[0, 6_000]).Sample(
        (pieces, at) =>
        {
            var text = new CodePointText(string.Concat(pieces));
            var runes = text.Text.EnumerateRunes().ToArray();
            text.Length.ShouldBe(runes.Length);
            var codePoint = Math.Min(at, runes.Length);
            var index = runes.Take(codePoint).Sum(rune => rune.Utf16SequenceLength);
            text.IndexOf(codePoint).ShouldBe(index);
            text.CodePointAt(index).ShouldBe(codePoint);
        },
        iter: 300);

    private static int LeastAnywhere(char[] words, char[] text)
    {
        var column = Enumerable.Range(0, words.Length + 1).ToArray();
        var least = column[^1];
        foreach (var c in text)
        {
            var above = 0;
            for (var i = 1; i <= words.Length; i++)
                (above, column[i]) = (column[i], Math.Min(Math.Min(column[i], column[i - 1]) + 1, above + (c == words[i - 1] ? 0 : 1)));
            least = Math.Min(least, column[^1]);
        }

        return least;
    }
}
