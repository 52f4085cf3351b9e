using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;

namespace Archive.Tests.Ledger.Notes;

public sealed class SignedNoteTests
{
    /// <summary>The example of C2SP tlog-cosignature, with its witness's signature.</summary>
    private const string Cosigned =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    [Fact]
    public void The_standards_example_is_read_and_written_again()
    {
        SignedNote.TryParse(Cosigned, out var note, out _).ShouldBeTrue();
        note!.ToString().ShouldBe(Cosigned);
        Checkpoint.TryParse(note.Text, out var checkpoint).ShouldBeTrue();
        (checkpoint!.Origin, checkpoint.Size).ShouldBe(("example.com/behind-the-sofa", 20852163));
        note.Signatures[1].CosignedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1679315147));
    }

    [Fact]
    public void Keys_are_read_as_they_are_written_and_sign()
    {
        using var key = new SigningKey("archive.example/main", NoteKeyType.Ed25519, new byte[32]);
        SigningKey.TryParse(key.ToFile(), out var read).ShouldBeTrue();
        using (read)
            read!.Verifier.ShouldBe(key.Verifier);
        key.ToString().ShouldNotContain(Convert.ToBase64String(new byte[32])[..20]);
        VerifierKey.Parse(key.Verifier.ToString()).ShouldBe(key.Verifier);
        var text = new Checkpoint("archive.example/main", 7, Sha256Digest.Of([1])).ToText();
        var note = new SignedNote(text, [key.Sign(text)]);
        note.TryVerify([key.Verifier], out var signers, out _).ShouldBeTrue();
        signers.ShouldHaveSingleItem().ShouldBe(key.Verifier);
        (note with { Text = text.Replace('7', '8') }).TryVerify([key.Verifier], out _, out var problem).ShouldBeFalse();
        problem!.ShouldContain("is wrong");
        using var other = new SigningKey("archive.example/main", NoteKeyType.Ed25519, Enumerable.Repeat((byte)1, 32).ToArray());
        note.TryVerify([other.Verifier], out _, out problem).ShouldBeFalse();
        problem!.ShouldContain("None of the keys");
    }

    [Fact]
    public void A_witness_signs_a_checkpoint_with_the_time()
    {
        using var witness = new SigningKey("witness.example/w1", NoteKeyType.Cosignature, new byte[32]);
        var text = new Checkpoint("archive.example/main", 7, Sha256Digest.Of([1])).ToText();
        var signature = witness.Cosign(text, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        new SignedNote(text, [signature]).TryVerify([witness.Verifier], out _, out _).ShouldBeTrue();
        var later = signature.Signature.ToArray();
        later[7]++;
        new SignedNote(text, [signature with { Signature = later }]).TryVerify([witness.Verifier], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_proof_is_read_as_it_is_written()
    {
        SignedNote.TryParse(Cosigned, out var note, out _).ShouldBeTrue();
        Checkpoint.TryParse(note!.Text, out var checkpoint).ShouldBeTrue();
        var proof = new TlogProof(new InclusionProof(3, checkpoint!.Size, [Sha256Digest.Of([1]), Sha256Digest.Of([2])]), note, checkpoint, new byte[] { 1, 2 });
        TlogProof.TryParse(proof.ToString(), out var read, out _).ShouldBeTrue();
        read!.ToString().ShouldBe(proof.ToString());
        TlogProof.TryParse(proof.ToString().Replace("index 3", "index 03"), out _, out _).ShouldBeFalse();
    }
}
