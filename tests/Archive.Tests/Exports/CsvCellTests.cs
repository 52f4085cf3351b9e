using System.Text;
using Archive.Exports.Csv;
using CsCheck;

namespace Archive.Tests.Exports;

public sealed class CsvCellTests
{
    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "'", "''", "\t", "\r", "\n", "\r\n", ";", ",", "\"", " ", "\u00A0", "\u200B", "\uFEFF", "\u202E", "\u2066", "＝", "＋", "－", "＠", "﹣", "−", "|", "cmd", "a", "习", "😀", "1+1", "\u2028",
    ];

    /// <summary>Texts made of what is dangerous, what is passed over, what separates cells, and what is none of these.</summary>
    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(some => string.Concat(some.Select(i => Pieces[i])));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7 495", "'+7 495")]
    [InlineData("-0044-03-15", "'-0044-03-15")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r\n=1", "'\r\n'=1")]
    [InlineData("  =1", "  '=1")]
    [InlineData("\u200B\u202E=1", "\u200B\u202E'=1")]
    [InlineData("\"=1", "\"'=1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a\n =1", "a\n '=1")]
    [InlineData("'tis", "''tis")]
    [InlineData("a=b, -5", "a=b, -5")]
    [InlineData("One\n\nTwo", "One\n\nTwo")]
    [InlineData("", "")]
    public void An_apostrophe_stands_before_what_could_begin_a_formula(string text, string neutral)
    {
        CsvCell.Neutral(text).ShouldBe(neutral);
        CsvCell.Read(neutral).ShouldBe(text);
    }

    [Fact]
    public void Any_text_comes_back() => Texts.Sample(text => CsvCell.Read(CsvCell.Neutral(text)).ShouldBe(text), iter: 20_000);

    [Fact]
    public void No_cell_begins_a_formula_however_the_file_is_taken_apart() => Texts.Sample(text =>
    {
        var row = Encoding.UTF8.GetString(CsvRow.Of(["id", text, "end"]));
        foreach (var part in row.Split(';', '\t', '\n', '\r'))
        {
            var begins = part.TrimStart().TrimStart('"', ' ', '\u00A0', '\u200B', '\uFEFF', '\u202E', '\u2066').TrimStart();
            // Full-width and small signs become ASCII ones.
            if (begins.Length > 0)
                begins.Normalize(NormalizationForm.FormKC)[0].ShouldNotBeOneOf('=', '+', '-', '@', '−');
        }
    }, iter: 20_000);
}
