using System.Globalization;
using System.Text;
using Archive.Domain;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Ledger.Trees;
using Archive.Tests.Ledger.Trees;

namespace Archive.Tests.Ledger.Proofs;

/// <summary>A ledger of made-up events with its keys, and proofs of it. Always the same, so that examples in schemas/ledger can be made with it.</summary>
internal sealed class ProofExample : IDisposable
{
    public const string Log = "archive.example/main";
    public const string Claim = "visit/c1";

    public static readonly ProvenWords Words = new(
        KeptDigest.Of(Salt(200), "\"Прибув о 8:00\""u8), Salt(200), "\"Прибув о 8:00\""u8.ToArray());

    public SigningKey Key { get; } = new(Log, NoteKeyType.Ed25519, Salt(1));

    public SigningKey Witness { get; } = new("witness.example/w1", NoteKeyType.Cosignature, Salt(2));

    /// <summary>Entry 1 opens the record; entry 2 and every third after it are of the claim; the fifth is erased.</summary>
    public IReadOnlyList<ProvenEvent> Events { get; } = [.. Enumerable.Range(1, 12).Select(Event)];

    public VerifierKey[] Trusted => [Key.Verifier];

    public SignedNote Checkpoint(int size, bool cosigned = false)
    {
        var text = new Checkpoint(Log, size, SlowTree.Mth(Leaves(size))).ToText();
        var note = new SignedNote(text, [Key.Sign(text)]);
        return cosigned ? note.With([Witness.Cosign(text, DateTimeOffset.FromUnixTimeSeconds(1_795_000_000))]) : note;
    }

    public ProvenEntry Entry(int number, int size, bool isWithheld = false)
    {
        var proven = Events[number - 1];
        var note = Checkpoint(size);
        Archive.Domain.Ledger.Notes.Checkpoint.TryParse(note.Text, out var checkpoint).ShouldBeTrue();
        var proof = new TlogProof(new InclusionProof(number - 1, size, [.. SlowTree.Path(number - 1, Leaves(size))]), note, checkpoint!);
        return new ProvenEntry(proven.ToLeaf(), isWithheld ? null : proven, number == 2 && !isWithheld ? [Words] : [], proof);
    }

    public ProofFile OfClaim(int size) => new(Log, Claim, [.. Enumerable.Range(1, size).Where(IsOfClaim).Select(number => Entry(number, size))]);

    public ProofFile OfEntry(int number, int size) => new(Log, null, [Entry(number, size)]);

    public ConsistencyFile Consistency(int from, int to) => new(Checkpoint(from), Checkpoint(to), [.. SlowTree.Proof(from, Leaves(to))]);

    public void Dispose()
    {
        Key.Dispose();
        Witness.Dispose();
    }

    private Sha256Digest[] Leaves(int size) => [.. Events.Take(size).Select(proven => proven.ToLeaf().ToHash())];

    private static bool IsOfClaim(int number) => number % 3 == 2;

    private static byte[] Salt(int n) => [.. Enumerable.Range(0, 32).Select(i => (byte)(n + i))];

    private static ProvenEvent Event(int number)
    {
        var isOfClaim = IsOfClaim(number);
        var data = number switch
        {
            1 => """{"record":"visit","description":{"title":"Visit","alternative":[],"places":[]}}""",
            2 => $$"""{"claim":"visit/c1","citation":{"number":1,"source":"s1","stance":"supports","about":"words","quote":{"state":"exact","capture":"{{Sha256Digest.Of([2])}}","position":{"start":412,"end":417},"kept":"{{Words.Digest}}"} } }""",
            5 => $$"""{"erased":{"payloadDigest":"{{Sha256Digest.Of([5])}}","reason":"personal-data","reference":"order 7"} }""",
            _ when isOfClaim => """{"claim":"visit/c1","rating":2,"words":"Two {newspapers} say so — \"both\"."}""",
            _ => string.Create(CultureInfo.InvariantCulture, $$"""{"source":"s{{number}}","rating":"b","words":null}"""),
        };
        var stream = number == 1 ? "record/visit" : isOfClaim ? StreamName.OfClaim(Claim) : string.Create(CultureInfo.InvariantCulture, $"source/s{number}");
        return new ProvenEvent(
            number,
            new DateTimeOffset(2026, 11, 24, 9, 30, number, TimeSpan.Zero).AddMicroseconds(number),
            new Guid(number, 0, 0x5000, 0x80, 0, 0, 0, 0, 0, 0, 1),
            number == 1 ? "record-opened.v1" : number == 2 ? "claim-cited.v2" : isOfClaim ? "claim-rated.v1" : "source-rated.v1",
            new DigestedMetadata(stream, isOfClaim ? number / 3 : 0, "editor-1", new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2), null, null, isOfClaim ? ["record/visit", "source/s1"] : []),
            Salt(number),
            number == 5 ? null : (ReadOnlyMemory<byte>?)Salt(100 + number),
            Encoding.UTF8.GetBytes(data));
    }
}
