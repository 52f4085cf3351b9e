using Archive.Sources;

namespace Archive.Tests.Evidence;

public sealed class CaptureLimitTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("250 MB", 250_000_000)]
    [InlineData("2gb", 2_000_000_000)]
    [InlineData(" 64 kB ", 64_000)]
    public void A_limit_is_a_size(string text, long bytes)
    {
        CaptureLimit.TryParse(text, out var limit).ShouldBeTrue();
        limit!.Bytes.ShouldBe(bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("much")]
    [InlineData("1.5 GB")]
    [InlineData("99999999999 GB")]
    [InlineData("5 MiB")]
    public void What_is_no_size_is_no_limit(string text) => CaptureLimit.TryParse(text, out _).ShouldBeFalse();
}
