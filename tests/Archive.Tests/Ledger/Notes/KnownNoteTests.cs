using Archive.Domain.Ledger.Notes;

namespace Archive.Tests.Ledger.Notes;

/// <summary>Keys and notes that others published, byte for byte.</summary>
public sealed class KnownNoteTests
{
    /// <summary>The example of the reference implementation of signed notes (golang.org/x/mod/sumdb/note).</summary>
    private const string Peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string PetersFile = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private const string Note = Text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void A_note_is_signed_as_the_reference_implementation_signs_it()
    {
        SigningKey.TryParse(PetersFile, out var key).ShouldBeTrue();
        using (key)
        {
            key!.Verifier.ToString().ShouldBe(Peter);
            key.ToFile().ShouldBe(PetersFile + "\n");
            new SignedNote(Text, [key.Sign(Text)]).ToString().ShouldBe(Note);
        }

        SignedNote.TryParse(Note, out var note, out _).ShouldBeTrue();
        note!.TryVerify([VerifierKey.Parse(Peter)], out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void Every_part_and_every_change_of_a_written_key_is_no_key()
    {
        foreach (var (whole, parses) in new (string, Func<string, bool>)[]
            { (Peter, text => VerifierKey.TryParse(text, out _)), (PetersFile, text => SigningKey.TryParse(text, out _)) })
        {
            for (var i = 0; i <= whole.Length; i++)
            {
                for (var j = i + 1; j <= whole.Length; j++)
                {
                    if (parses(whole[i..j]) != (j - i == whole.Length))
                        Assert.Fail(whole[i..j]);
                }

                if (i < whole.Length && parses(whole[..i] + (char)(whole[i] + 1) + whole[(i + 1)..]))
                    Assert.Fail($"Character {i} changes nothing.");
            }
        }
    }

    [Theory]
    [InlineData("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")]
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")]
    [InlineData(null)]
    public void A_key_of_another_length_type_or_form_is_none(string? text) => VerifierKey.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_standards_poem_is_read_to_its_last_empty_line()
    {
        const string Poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
        SignedNote.TryParse(
            Poem + "\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n", out var note, out _).ShouldBeTrue();
        (note!.Text, note.Signatures[0].KeyId, note.Signatures[0].Signature.Length).ShouldBe((Poem, 0x367ba04bu, 64));
    }

    /// <summary>RFC 8032, section 7.1: seed and public key of the tests 1 to 3.</summary>
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")]
    public void A_seed_gives_the_key_of_RFC_8032(string seed, string publicKey)
    {
        using var key = new SigningKey("a", NoteKeyType.Ed25519, Convert.FromHexString(seed));
        Convert.ToHexStringLower(key.Verifier.Key.Span).ShouldBe(publicKey);
    }
}
