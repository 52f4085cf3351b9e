using System.Security.Cryptography;
using Archive.Domain.Evidence;

namespace Archive.Tests.Evidence;

public sealed class KeptDigestTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void The_digest_is_that_of_the_salt_and_the_canonical_content()
    {
        byte[] hashed = [.. Salt, .. """{"exact":"a","prefix":"b"}"""u8];
        KeptDigest.Of(Salt, """{ "prefix": "b", "exact": "a" }"""u8).ToString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(hashed)));
    }

    [Fact]
    public void Another_salt_is_another_digest() => KeptDigest.Of(new byte[32], "\"a\""u8).ShouldNotBe(KeptDigest.Of(Salt, "\"a\""u8));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_salt_of_another_length_is_no_salt(int length) => Should.Throw<ArgumentException>(() => KeptDigest.Of(new byte[length], "\"a\""u8));
}
