using System.Security.Cryptography;
using Archive.Access;
using CsCheck;

namespace Archive.Tests.Access;

public sealed class KeySecretTests
{
    private static readonly Guid Command = new("7b0a3a4e-7a52-4d3c-9a53-0d8f2a3b1c00");

    [Fact]
    public void A_key_that_was_shown_is_read_back_and_has_the_hash_of_its_32_bytes()
    {
        var made = KeySecret.Create(Command);

        KeySecret.TryParse(made.Reveal(), out var read).ShouldBeTrue();
        (read.Id, read.Hash).ShouldBe((made.Id, made.Hash));
        made.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(made.Reveal()[^64..]))));
        made.Reveal().ShouldMatch("^arc_[0-9a-f]{16}_[0-9a-f]{64}$");
    }

    [Fact]
    public void A_command_that_is_repeated_meets_the_same_key_and_another_secret()
    {
        KeySecret.Create(Command).Id.ShouldBe(KeySecret.Create(Command).Id);
        KeySecret.Create(Command).Hash.ShouldNotBe(KeySecret.Create(Command).Hash);
        KeySecret.Create(Guid.Empty).Id.ShouldNotBe(KeySecret.Create(Command).Id);
    }

    [Fact]
    public void Whatever_writes_a_key_by_mistake_writes_no_secret()
    {
        var made = KeySecret.Create(Command);

        made.ToString().ShouldBe($"arc_{made.Id}");
        new Credentials(made.Reveal(), null).ToString().ShouldNotContain(made.Reveal()[^64..]);
    }

    [Fact]
    public void Nothing_else_is_a_key()
    {
        var whole = KeySecret.Create(Command).Reveal();

        foreach (var other in (string?[])[null, "", "arc_", whole[..^1], whole + "0", whole.ToUpperInvariant(), " " + whole, whole.Replace('_', '-'), whole[..^1] + "g", whole[..^1] + "\u0660"])
            KeySecret.TryParse(other, out _).ShouldBeFalse(other);
        Gen.String.Sample(text => KeySecret.TryParse(text, out _).ShouldBeFalse());
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Char).Sample((at, with) =>
        {
            var changed = whole[..at] + with + whole[(at + 1)..];
            if (KeySecret.TryParse(changed, out var read))
                read.Reveal().ShouldBe(changed);
        });
    }
}
