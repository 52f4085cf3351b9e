using Archive.Citations;
using CsCheck;

namespace Archive.Tests.Citations;

public sealed class ReferenceScannerTests
{
    [Theory]
    [InlineData("visit-2023@57", "visit-2023@57")]
    [InlineData("See visit-2023/c17@57.", "visit-2023/c17@57")]
    [InlineData("(visit-2023/c17@57), and a@1/b@2", "visit-2023/c17@57")]
    [InlineData("https://archive.example/records/visit-2023@57?x", "visit-2023@57")]
    [InlineData("https://archive.example/claims/visit-2023/c17@57#f", "visit-2023/c17@57")]
    [InlineData("claim/visit-2023/c17@57 record/visit-2023@57", "visit-2023/c17@57 visit-2023@57")]
    [InlineData("""{"x":["visit-2023\/c17@57","a\nvisit@3","\u0076isit@4"]}""", "visit-2023/c17@57 visit@3 visit@4")]
    [InlineData("eprint = {visit\\_2023/c17@57}, \\url{visit@5}", "visit_2023/c17@57 visit@5")]
    [InlineData("a;visit/c1@7;\"visit/c2@8\"\r\n,visit/c3@9,", "visit/c1@7 visit/c2@8 visit/c3@9")]
    [InlineData("me@example.org, me@57.org, @57, visit@, visit@0, visit@07, visit@-1, visit@1e3, Visit@57, visit@99999999999999999999, -x@1, a/b@c@3", "")]
    [InlineData("\ufeffvisit@1 習visit@2習 visit@3", "visit@1 visit@2 visit@3")]
    [InlineData("visit@1\u202E visit\0@2", "visit@1")]
    [InlineData("", "")]
    public async Task References_are_found_in_text_of_any_kind(string text, string expected) =>
        string.Join(' ', (await ScanAsync(text)).Select(reference => reference.ToString())).ShouldBe(expected);

    [Fact]
    public async Task Each_says_its_line() =>
        (await ScanAsync("visit@1\nx\r\n\nvisit@2 visit/c1@3\n")).Select(reference => reference.Line).ShouldBe([1, 4, 4]);

    [Fact]
    public async Task However_long_a_text_or_a_word_is_memory_does_not_grow_with_it()
    {
        var found = 0;
        await foreach (var reference in ReferenceScanner.ScanAsync(new Endless(50_000_000), TestContext.Current.CancellationToken))
            found += reference.ToString() == "visit@1" ? 1 : 100;
        found.ShouldBe(1);
    }

    [Fact]
    public void Nothing_makes_it_fail_and_what_stands_between_blanks_is_found() => Gen.String.Sample(noise =>
    {
        var found = ScanAsync(noise + " visit-2023/c17@57 " + noise).GetAwaiter().GetResult();
        // A backslash before it may belong to noise: a blank behind one is a blank.
        found.ShouldContain(reference => reference.ToString() == "visit-2023/c17@57");
    });

    private static async Task<List<CitedReference>> ScanAsync(string text) =>
        await ReferenceScanner.ScanAsync(new StringReader(text), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>One word of many characters, and a reference behind it.</summary>
    private sealed class Endless(int length) : TextReader
    {
        private int _left = length;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            if (_left < 0)
                return ValueTask.FromResult(0);
            if (_left == 0)
            {
                " visit@1".CopyTo(buffer.Span);
                _left = -1;
                return ValueTask.FromResult(8);
            }

            var taken = Math.Min(_left, buffer.Length);
            buffer.Span[..taken].Fill('a');
            _left -= taken;
            return ValueTask.FromResult(taken);
        }
    }
}
