using System.Text;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;

namespace Archive.IntegrationTests.Ledger;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class CosignatureTests
{
    private static readonly SigningKey Witness = new("witness.example.org", NoteKeyType.Cosignature, Encoding.ASCII.GetBytes("a witness's seed, of 32 bytes..."));

    private static readonly SigningKey Stranger = new("stranger.example.org", NoteKeyType.Cosignature, Encoding.ASCII.GetBytes("a stranger's seed of 32 bytes..."));

    [Fact]
    public async Task A_witness_adds_its_signature_to_the_checkpoint_that_it_signed_and_to_no_other()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        var kept = await archive.SignAsync();
        var cosigned = kept.Note.With([Witness.Cosign(kept.Note.Text, archive.Now), Stranger.Cosign(kept.Note.Text, archive.Now)]).ToString();

        (await RefusedAsync("", Witness)).ShouldBe("checkpoint-malformed");
        (await RefusedAsync("\0\xFF", Witness)).ShouldBe("checkpoint-malformed");
        (await RefusedAsync(new string('a', CheckpointNote.MaxLength + 1), Witness)).ShouldBe("checkpoint-malformed");
        (await RefusedAsync("no checkpoint\n\n" + Witness.Cosign("no checkpoint\n", archive.Now) + "\n", Witness)).ShouldBe("checkpoint-malformed");
        (await RefusedAsync(kept.Note.ToString(), Witness)).ShouldBe("cosignature-invalid");
        (await RefusedAsync(kept.Note.With([Witness.Cosign("another text\n", archive.Now)]).ToString(), Witness)).ShouldBe("cosignature-invalid");
        (await CodeAsync(archive, cosigned, "witness.example.org+00000000+AAAA")).ShouldBe("witness-key-malformed");
        (await CodeAsync(archive, kept.Note.ToString(), (await archive.KeysAsync())[0].Key)).ShouldBe("witness-key-malformed", "it is the log's own");
        (await RefusedAsync(Signed(kept.Checkpoint with { Root = Sha256Digest.Of("another history"u8) }), Witness)).ShouldBe("checkpoint-differs");
        (await RefusedAsync(Signed(kept.Checkpoint with { Origin = "archive.test/another" }), Witness)).ShouldBe("checkpoint-differs");
        (await RefusedAsync(Signed(kept.Checkpoint with { Size = 1_000 }), Witness)).ShouldBe("checkpoint-unknown");
        (await archive.ListKeptAsync()).Single().Note.ToString().ShouldBe(kept.Note.ToString());

        (await RefusedAsync(cosigned, Witness)).ShouldBeNull();
        (await RefusedAsync(cosigned, Witness)).ShouldBeNull();
        var accepted = (await archive.ListKeptAsync()).Single().Note;
        accepted.Signatures.Count.ShouldBe(2, "the stranger's was not asked for, and the witness's is there once");
        accepted.TryVerify([Witness.Verifier], out _, out _).ShouldBeTrue();
        accepted.TryVerify([.. (await archive.KeysAsync()).Select(key => key.Verifier)], out _, out _).ShouldBeTrue();
        (await archive.SignAsync()).Note.Signatures.Count.ShouldBe(2, "signing the head again leaves witnesses be");

        string Signed(Checkpoint checkpoint) => new SignedNote(checkpoint.ToText(), [Witness.Cosign(checkpoint.ToText(), archive.Now)]).ToString();

        Task<string?> RefusedAsync(string note, SigningKey witness) => CodeAsync(archive, note, witness.Verifier.ToString());
    }

    private static async Task<string?> CodeAsync(TestArchive archive, string note, string key) =>
        await archive.Host.AcceptCosignatureAsync(new AcceptCosignature(Encoding.Latin1.GetBytes(note) is var bytes && note.Contains('—') ? Encoding.UTF8.GetBytes(note) : bytes, key), TestContext.Current.CancellationToken) switch
        {
            Outcome<SignedCheckpoint>.Refused { Refusal.Code: var code } => code,
            Outcome<SignedCheckpoint>.NotFound { Refusal.Code: var code } => code,
            _ => null,
        };
}
