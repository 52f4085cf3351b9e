using System.Text;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;

namespace Archive.Tests.Ledger.Notes;

public sealed class HostileNoteTests
{
    private const string Text = "archive.example/main\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    private static readonly SigningKey Key = new("archive.example/main", NoteKeyType.Ed25519, new byte[32]);

    private static readonly string Line = Key.Sign(Text).ToString();

    public static TheoryData<string> Broken() => new(
        "",
        "\n",
        "\n\n",
        Text,
        $"{Text}\n",
        $"{Text}\n{Line}",
        $"{Text}{Line}\n",
        $"{Text}\n{Line}\n\n",
        $"{Text}\n{Line}\nmore\n",
        $"{Text}\n{Line} \n",
        $"{Text}\n {Line}\n",
        $"{Text}\n{Line.Replace(" ", "  ", StringComparison.Ordinal)}\n",
        $"{Text}\n{Line.Replace("=", "", StringComparison.Ordinal)}\n",
        $"{Text}\n{Line}=\n",
        $"{Text}\n— archive.example/main AAA-AAA_AAAA\n",
        $"{Text}\n— archive.example/main AAAA\n",
        $"{Text}\n— archive.example/main AAAAAA==\n",
        $"{Text}\n— archive.example/main AAAAAAB=\n",
        $"{Text}\n— archive.example/main AAAA AAA=\n",
        $"{Text}\n— archive.example/main ÄÄÄÄÄÄÄÄ\n",
        $"{Text}\n— archive+example AAAAAAA=\n",
        $"{Text}\n— archive\u00a0example AAAAAAA=\n",
        $"{Text}\n— archive\u3000example AAAAAAA=\n",
        $"{Text}\n—  AAAAAAA=\n",
        $"{Text}\n— {new string('a', 256)} AAAAAAA=\n",
        $"{Text}\r\n{Line}\r\n".Replace("\n", "\r\n", StringComparison.Ordinal),
        $"{Text}\n{Line}\r\n",
        $"{Text}\t\n{Line}\n",
        $"{Text}\0\n\n{Line}\n",
        $"\u001b[2J{Text}\n{Line}\n",
        $"{Text}\ud800\n\n{Line}\n",
        $"{Text}\n{string.Concat(Enumerable.Repeat(Line + "\n", 101))}",
        $"{Text}\n{string.Concat(Enumerable.Repeat(Line + "\n", 5_000))}");

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_note_of_another_form_is_refused_by_name(string note)
    {
        SignedNote.TryParse(note, out var read, out var problem).ShouldBeFalse(note);
        read.ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData('-')]
    [InlineData('\u2013')]
    [InlineData('\u2015')]
    [InlineData('\u2212')]
    [InlineData('\u2500')]
    [InlineData('\u30fc')]
    [InlineData('\ufe58')]
    public void A_dash_that_looks_alike_begins_no_signature(char dash) =>
        SignedNote.TryParse($"{Text}\n{dash}{Line[1..]}\n", out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0xff)]
    [InlineData(0xc0)]
    [InlineData(0xe2)]
    public void Bytes_that_are_not_UTF_8_are_refused(byte wrong)
    {
        var note = Encoding.UTF8.GetBytes($"{Text}\n{Line}\n");
        foreach (var at in Enumerable.Range(0, note.Length).Where(at => note[at] != wrong))
        {
            var changed = note.ToArray();
            changed[at] = wrong;
            (SignedNote.TryParse(changed, out var read, out _) && read!.TryVerify([Key.Verifier], out _, out _)).ShouldBeFalse();
        }

        SignedNote.TryParse([.. note.AsSpan(0, 3), wrong, .. note.AsSpan(3)], out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("It is not UTF-8.");
        SignedNote.TryParse([0xef, 0xbb, 0xbf, .. note], out var marked, out _).ShouldBeTrue();
        marked!.TryVerify([Key.Verifier], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_byte_anywhere_in_a_signed_note_changed_spoils_it()
    {
        var note = Encoding.UTF8.GetBytes($"{Text}\n{Line}\n");
        for (var bit = 0; bit < note.Length * 8; bit++)
        {
            var changed = note.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            if (SignedNote.TryParse(changed, out var read, out _) && read.TryVerify([Key.Verifier], out _, out _))
                Assert.Fail($"Bit {bit} changes nothing.");
        }
    }

    [Fact]
    public void A_huge_note_costs_no_more_than_its_size()
    {
        var long1 = $"{new string('a', 8_000_000)}\n\n{Line}\n";
        SignedNote.TryParse(long1, out var note, out _).ShouldBeTrue();
        note!.TryVerify([Key.Verifier], out _, out _).ShouldBeFalse();
        SignedNote.TryParse($"{Text}\n— a {new string('A', 8_000_000)}\n", out _, out _).ShouldBeTrue();
        SignedNote.TryParse($"{string.Concat(Enumerable.Repeat("\n", 2_000_000))}{Line}\n", out _, out _).ShouldBeTrue();
        SignedNote.TryParse($"{Text}\n{string.Concat(Enumerable.Repeat($"{Line}\n", 50_000))}", out _, out var problem).ShouldBeFalse();
        problem!.Length.ShouldBeLessThan(1_000);
        SignedNote.TryParse($"{Text}\n{new string('-', 4_000_000)}\n", out _, out problem).ShouldBeFalse();
        problem!.Length.ShouldBeLessThan(1_000);
    }

    [Fact]
    public void Signatures_of_unknown_keys_count_for_nothing()
    {
        using var stranger = new SigningKey("archive.example/main", NoteKeyType.Ed25519, Enumerable.Repeat((byte)7, 32).ToArray());
        using var namesake = new SigningKey("archive.example/other", NoteKeyType.Ed25519, new byte[32]);
        using var witness = new SigningKey("archive.example/main", NoteKeyType.Cosignature, new byte[32]);
        var note = new SignedNote(Text, [stranger.Sign(Text), namesake.Sign(Text), witness.Cosign(Text, DateTimeOffset.UnixEpoch)]);
        note.TryVerify([Key.Verifier], out var signers, out var problem).ShouldBeFalse();
        (signers.Count, problem!.Contains("None of the keys", StringComparison.Ordinal)).ShouldBe((0, true));
        note.With([Key.Sign(Text)]).TryVerify([Key.Verifier], out signers, out _).ShouldBeTrue();
        signers.ShouldHaveSingleItem().ShouldBe(Key.Verifier);
        note.TryVerify([], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_signature_of_a_known_key_spoils_the_note_that_another_signed()
    {
        using var other = new SigningKey("witness.example/w1", NoteKeyType.Ed25519, Enumerable.Repeat((byte)7, 32).ToArray());
        var wrong = Key.Sign(Text + "x\n");
        foreach (var note in new[] { new SignedNote(Text, [other.Sign(Text), wrong]), new SignedNote(Text, [Key.Sign(Text), wrong]) })
        {
            note.TryVerify([Key.Verifier, other.Verifier], out var signers, out var problem).ShouldBeFalse();
            signers.ShouldBeEmpty();
            problem!.ShouldContain("is wrong");
        }
    }

    [Fact]
    public void A_signature_of_another_length_is_wrong()
    {
        var signature = Key.Sign(Text);
        foreach (var length in new[] { 1, 8, 63, 65, 72, 100_000 })
        {
            var bytes = new byte[length];
            signature.Signature.Span[..Math.Min(64, length)].CopyTo(bytes);
            new SignedNote(Text, [signature with { Signature = bytes }]).TryVerify([Key.Verifier], out _, out _).ShouldBeFalse();
        }

        using var witness = new SigningKey("archive.example/main", NoteKeyType.Cosignature, new byte[32]);
        var cosignature = witness.Cosign(Text, DateTimeOffset.UnixEpoch);
        foreach (var bytes in new[] { cosignature.Signature[..7], cosignature.Signature[..71], cosignature.Signature[8..], new byte[] { 255, 0, 0, 0, 0, 0, 0, 0 } })
            new SignedNote(Text, [cosignature with { Signature = bytes }]).TryVerify([witness.Verifier], out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n1\n")]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n1 \n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n٣\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nx\n\ny\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    public void A_text_of_another_form_is_no_checkpoint(string text) => Checkpoint.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_checkpoint_may_have_further_lines_and_an_empty_tree()
    {
        Checkpoint.TryParse("a b+c\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nTimestamp: 1\nx\n", out var checkpoint).ShouldBeTrue();
        (checkpoint!.Origin, checkpoint.Size, checkpoint.Extensions.Count).ShouldBe(("a b+c", 0L, 2));
        Checkpoint.TryParse("a\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", out _).ShouldBeTrue();
    }
}
