using System.Text;
using Archive.Access;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using Archive.IntegrationTests.Closing;
using Archive.Ledger;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Ledger;

public sealed class ProvingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_is_proved_with_its_words_and_stays_proved_when_the_ledger_goes_on_under_another_key()
    {
        await using var archive = await BeginAsync();
        var first = await archive.AskAsync(new GetProof("visit/c1", AsOf.Latest));
        var key = (await archive.KeysAsync()).Single().Verifier;
        var old = (await archive.ListKeptAsync())[^1].Note.ToString();
        var verdict = ProofReading.Verify(first.File.ToFile(), [key]);
        verdict.Failures.ShouldBeEmpty();
        (verdict.Claim, first.Withheld).ShouldBe(("visit/c1", 0));
        verdict.Entries.Select(entry => entry.Type).ShouldBe(["claim-recorded.v2", "claim-corrected.v2"]);
        verdict.Entries[0].Data!.ShouldContain("What visit/c1 says");
        verdict.Entries[1].Actor.ShouldBe("tester");

        (await archive.AskAsync(new GetProof("visit/c1", new AsOf.Entry(first.File.Entries[0].Leaf.Entry)))).File.Entries.Count.ShouldBe(1);
        await archive.RegisterAsync("s2");
        (await archive.ChangeAsync(new LedgerKeyChange.Rotate())).ShouldBeNull();
        (await archive.ChangeAsync(new LedgerKeyChange.Retire(key.Id.ToString("x8")))).ShouldBeNull();
        await archive.RegisterAsync("s3");
        ProofReading.Verify(first.File.ToFile(), [key]).Failures.ShouldBeEmpty();
        var going = await archive.AskAsync(new GetConsistencyProof(old));
        (going.From, going.To).ShouldBe(((await archive.ListKeptAsync())[0].Checkpoint.Size, (await archive.HeadAsync()).Entry));
        var keys = (await archive.KeysAsync()).Select(named => named.Verifier).ToArray();
        ProofReading.Verify(going.File.ToFile(), keys).Failures.ShouldBeEmpty();
        ProofReading.Verify(going.File.ToFile(), [key]).Failures.ShouldHaveSingleItem().Where.ShouldBe("the newer checkpoint");

        // An actor's name is kept by reference, and shown to whoever may see it.
        await archive.DoAsync(new RegisterActor(archive.Context(), "a-1", ActorKind.Person, Role.Editor, "Ivan Petrov", Sensitive: true));
        var actor = (await archive.HeadAsync()).Entry.ToString();
        var proof = await archive.AskAsync(new GetProof(actor, AsOf.Latest));
        Text(proof).ShouldContain("Ivan Petrov");
        ProofReading.Verify(proof.File.ToFile(), keys).Entries.Single().Kept.ShouldBe(1);
        foreach (var role in new[] { Role.Reader, Role.Contributor, Role.Editor })
        {
            proof = await archive.AskAsync(new GetProof(actor, AsOf.Latest) { Asker = new Asker("x", role) });
            proof.Withheld.ShouldBe(1);
            Text(proof).ShouldNotContain("a-1");
        }
    }

    [Fact]
    public async Task What_cannot_be_proved_is_refused_by_name()
    {
        await using var archive = await BeginAsync();
        var keeper = archive.Host.Services.GetRequiredService<Checkpoints>();
        var kept = (await keeper.FindLatestAsync(Cancellation))!;
        (await archive.NotFoundAsync(new GetProof("visit/c9", AsOf.Latest))).Code.ShouldBe("claim-unknown");
        (await archive.NotFoundAsync(new GetProof("900", AsOf.Latest))).Code.ShouldBe("entry-not-recorded");
        (await archive.InvalidAsync(new GetProof("0", AsOf.Latest))).ShouldHaveSingleItem();
        (await archive.InvalidAsync(new GetConsistencyProof(""))).ShouldNotBeEmpty();
        using var another = new SigningKey("archive.test/other", NoteKeyType.Ed25519, new byte[32]);
        using var impostor = new SigningKey(kept.Checkpoint.Origin, NoteKeyType.Ed25519, new byte[32]);
        string Note(Checkpoint checkpoint, SigningKey key) => new SignedNote(checkpoint.ToText(), [key.Sign(checkpoint.ToText())]).ToString();
        foreach (var (note, code) in new[]
        {
            ("nonsense", "checkpoint-malformed"),
            (Note(new Checkpoint("archive.test/other", 1, kept.Checkpoint.Root), another), "checkpoint-of-another-log"),
            (Note(kept.Checkpoint, impostor), "checkpoint-not-signed"),
            (kept.Note.ToString().Replace("archive.test/log\n" + kept.Checkpoint.Size, "archive.test/log\n1"), "checkpoint-not-signed"),
        })
            (await RefusalOfAsync(archive, new GetConsistencyProof(note))).ShouldBe(code);

        // The ledger's own key signs what the ledger never was: another tree of a size that it had, and one that it has not come to.
        var file = Directory.GetFiles(TestKeys.FolderOf(archive.ConnectionString)).Single();
        SigningKey.TryParse(await File.ReadAllTextAsync(file, Cancellation), out var own).ShouldBeTrue();
        using (own)
        {
            (await RefusalOfAsync(archive, new GetConsistencyProof(Note(kept.Checkpoint with { Root = default }, own!)))).ShouldBe("checkpoint-of-another-tree");
            (await RefusalOfAsync(archive, new GetConsistencyProof(Note(kept.Checkpoint with { Size = 900 }, own!)))).ShouldBe("checkpoint-ahead");
            (await RefusalOfAsync(archive, new GetConsistencyProof(Note(kept.Checkpoint with { Size = 0 }, own!)))).ShouldBe("checkpoint-of-nothing");
        }

        await archive.Tampering.RetitleAsync("s1");
        (await RefusalOfAsync(archive, new GetProof("1", AsOf.Latest))).ShouldBe("event-altered");
        await using var command = archive.Database.CreateCommand("update archive_g1.ledger_tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)");
        await command.ExecuteNonQueryAsync(Cancellation);
        (await RefusalOfAsync(archive, new GetProof("visit/c1", AsOf.Latest))).ShouldBe("ledger-tree-altered");
    }

    [Fact]
    public async Task A_closed_word_is_in_no_proof_for_whoever_may_not_see_it_and_every_entry_is_proved_to_everybody()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var archive = canaries.Archive;
        var head = await canaries.HeadAsync();
        var all = await ProofsAsync(archive, head, Role.Administrator);
        foreach (var word in CanaryArchive.Rules.Keys)
            all.Count(text => text.Contains(word, StringComparison.Ordinal)).ShouldBeGreaterThan(1, word);
        var keys = (await archive.KeysAsync()).Select(named => named.Verifier).ToArray();
        foreach (var role in new[] { Role.Reader, Role.Contributor, Role.Editor })
        {
            var proofs = await ProofsAsync(archive, head, role);
            proofs.ShouldAllBe(proof => ProofReading.Verify(Encoding.UTF8.GetBytes(proof), keys, null).IsValid);
            proofs.Count(proof => !proof.Contains("withheld", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
            foreach (var (word, rule) in CanaryArchive.Rules.Where(pair => !pair.Value.Admits(role, archive.Clock.GetUtcNow())))
                proofs.Where(proof => proof.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty($"{word} for {role}");
        }

        var closed = await archive.AskAsync(new GetProof("open/c1", AsOf.Latest) { Asker = new Asker("x", Role.Reader) });
        closed.File.Claim.ShouldBeNull();
        closed.Withheld.ShouldBe(closed.File.Entries.Count);
        ProofReading.Verify(closed.File.ToFile(), keys).Failures.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> ProofsAsync(TestArchive archive, long head, Role role)
    {
        var proofs = new List<string>();
        for (var entry = 1L; entry <= head; entry++)
            proofs.Add(Text(await archive.AskAsync(new GetProof($"{entry}", AsOf.Latest) { Asker = new Asker("x", role) })));
        return proofs;
    }

    private static async Task<string> RefusalOfAsync<T>(TestArchive archive, Query<T> query) =>
        (await archive.Host.Sender.Send(query.AsTester())).ShouldBeOfType<Outcome<T>.Refused>().Refusal.Code;

    private static string Text(EntryProof proof) => Encoding.UTF8.GetString(proof.File.ToFile());

    private static async Task<TestArchive> BeginAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        await archive.OpenAsync("visit", "2023-03-20");
        await archive.RecordAsync("visit/c1", "s1");
        await archive.DoAsync(new CorrectClaim(
            archive.Context(), "visit/c1", new ClaimDraft("It was at noon", Filling.Nothing), [new CitationDraft("s1")],
            new Correction(CorrectionReason.WrongTime, Fault.Archive, "A misreading", "We wrote the wrong hour.")));
        return archive;
    }
}
