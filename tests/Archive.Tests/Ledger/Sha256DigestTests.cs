using Archive.Domain.Ledger;
using CsCheck;

namespace Archive.Tests.Ledger;

public sealed class Sha256DigestTests
{
    [Fact]
    public void The_digest_of_abc_is_the_one_in_the_standard() =>
        Sha256Digest.Of("abc"u8).ToString().ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void Bytes_and_text_come_back() =>
        Gen.Byte.Array[32].Sample(bytes =>
        {
            var digest = new Sha256Digest(bytes);
            digest.ToArray().ShouldBe(bytes);
            Sha256Digest.Parse(digest.ToString()).ShouldBe(digest);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015adad")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Any_other_text_is_refused(string? text)
    {
        Sha256Digest.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Sha256Digest.Parse(text!));
    }

    [Fact]
    public void Any_other_length_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Sha256Digest(new byte[31]));
        Should.Throw<ArgumentException>(() => new Sha256Digest(new byte[33]));
        Should.Throw<ArgumentException>(() => default(Sha256Digest).CopyTo(new byte[31]));
    }
}
