using Archive.Cli.Display;

namespace Archive.Tests.Cli;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u001b[0m", @"\u{1B}[31mred\u{1B}[0m")]
    [InlineData("bell\u0007", @"bell\u{7}")]
    [InlineData("c1 \u009b31m", @"c1 \u{9B}31m")]
    [InlineData("delete\u007f", @"delete\u{7F}")]
    [InlineData("over\u202eride", @"over\u{202E}ride")]
    [InlineData("pop\u2069out", @"pop\u{2069}out")]
    [InlineData("two\nlines\tand\r\n", "two lines and ")]
    [InlineData("line\u2028separator", @"line\u{2028}separator")]
    [InlineData("习近平 🚀", "习近平 🚀")]
    [InlineData("family 👩‍👩‍👧", "family 👩‍👩‍👧")]
    [InlineData("hidden\U000E0041tag", @"hidden\u{E0041}tag")]
    public void Text_cannot_command_a_terminal(string text, string safe) => SafeText.Of(text).ShouldBe(safe);

    [Theory]
    [InlineData("שלום")]
    [InlineData("English then العربية")]
    public void Text_from_right_to_left_is_isolated(string text) => SafeText.Of(text).ShouldBe($"\u2068{text}\u2069");

    [Fact]
    public void A_lone_surrogate_is_replaced() => SafeText.Of("a\ud800b").ShouldBe("a\ufffdb");

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("习近平", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u2068שלום\u2069", 4)]
    public void Width_is_counted_in_columns(string text, int width) => CellWidth.Of(text).ShouldBe(width);
}
