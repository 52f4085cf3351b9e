using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Checks proofs with the keys that one trusts and nothing else: no archive, no network, no clock.</summary>
/// <param name="keys">Of the log, and of witnesses.</param>
public sealed class ProofVerification(IReadOnlyCollection<VerifierKey> keys)
{
    private const string Truth = "Whether what an entry says is true, and who stands behind an actor's id: only that it was recorded so.";
    private const string Clock = "When it was by another clock than the archive's own.";
    private const string Views = "Whether others are shown another tree: no trusted witness signed the checkpoint.";

    private readonly TrustedNotes _notes = new(keys);

    public ProofVerdict Verify(ProofFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var failures = new List<FailedCheck>();
        var first = file.Entries[0].Proof;
        var (signers, witnesses) = _notes.Check(first.Note, first.Checkpoint, "the checkpoint", failures);
        if (file.Log != first.Checkpoint.Origin)
            failures.Add(new FailedCheck(Checks.CheckpointLog, "the checkpoint", $"It is of the log {first.Checkpoint.Origin}, and the proof says it is of {file.Log}."));
        var note = first.Note.ToString();
        long former = 0;
        for (var i = 0; i < file.Entries.Count; i++)
        {
            var entry = file.Entries[i];
            var where = EntryChecks.WhereOf(entry);
            if (entry.Leaf.Entry <= former)
                failures.Add(new FailedCheck(Checks.EntryOrder, where, $"It stands after entry {former}: each entry stands once, in entry order."));
            former = entry.Leaf.Entry;
            if (i > 0 && entry.Proof.Note.ToString() != note)
                failures.Add(new FailedCheck(Checks.CheckpointsDiffer, where, "It is proved by another checkpoint than the first entry: one proof file has one checkpoint."));
            else
                failures.AddRange(EntryChecks.Failures(entry));
            failures.AddRange(OfClaim(file, i));
        }

        // Withheld entries alone show no stream that could be held against the claim.
        if (file.Claim is { } claim && file.Entries.All(entry => entry.Event is null))
            failures.Add(new FailedCheck(Checks.ClaimStream, "the file", $"It says that its entries are of {claim}, and shows none of them."));
        else if (file.Claim is null && file.Entries.Count > 1 && file.Entries.Any(entry => entry.Event is not null))
            failures.Add(new FailedCheck(Checks.EntryOrder, "the file", "It has several entries, and names no claim that they are of."));
        ProvedEntry[] proved = failures.Count == 0 ? [.. file.Entries.Select(EntryChecks.Proved)] : [];
        return new ProofVerdict(
            "proof", file.Log, file.Claim, null, first.Checkpoint.Size, first.Checkpoint.Root.ToString(), signers, witnesses,
            proved, UnknownOf(file, witnesses, proved), failures);
    }

    public ProofVerdict Verify(ConsistencyFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!Checkpoint.TryParse(file.From.Text, out var from) || !Checkpoint.TryParse(file.To.Text, out var to))
            return ProofVerdict.Unreadable("consistency", "One of its two notes is no checkpoint.");
        var failures = new List<FailedCheck>();
        _notes.Check(file.From, from, "the older checkpoint", failures);
        var (signers, witnesses) = _notes.Check(file.To, to, "the newer checkpoint", failures);
        if (from.Origin != to.Origin)
            failures.Add(new FailedCheck(Checks.CheckpointLog, "the newer checkpoint", $"It is of the log {to.Origin}, and the older one of {from.Origin}."));
        if (!new ConsistencyProof(from.Size, to.Size, file.Hashes).Proves(from.Root, to.Root))
            failures.Add(new FailedCheck(Checks.Consistency, "the file", "The newer tree is not shown to go on from the older one: something before was changed, dropped or slipped in, or the proof was changed."));
        string[] unknown = ["Whether what the entries say is true.", .. witnesses.Count == 0 ? [Views] : Array.Empty<string>()];
        return new ProofVerdict("consistency", to.Origin, null, from.Size, to.Size, to.Root.ToString(), signers, witnesses, [], unknown, failures);
    }

    /// <param name="proof">The proof.</param>
    /// <param name="leafData">Leaf data from elsewhere; null for that which the proof carries.</param>
    public ProofVerdict Verify(TlogProof proof, ReadOnlyMemory<byte>? leafData)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var failures = new List<FailedCheck>();
        var (signers, witnesses) = _notes.Check(proof.Note, proof.Checkpoint, "the checkpoint", failures);
        LedgerLeaf? leaf = null;
        if ((leafData ?? proof.Extra) is not { } data)
            failures.Add(new FailedCheck(Checks.LeafMissing, "the file", "It carries no leaf data: give it with --leaf FILE."));
        else if (!LeafJson.TryParse(data.Span, out leaf, out var problem))
            failures.Add(new FailedCheck(Checks.Form, "the leaf", problem));
        else
            failures.AddRange(EntryChecks.Failures(new ProvenEntry(leaf, null, [], proof)));
        return new ProofVerdict(
            "tlog-proof", proof.Checkpoint.Origin, null, null, proof.Checkpoint.Size, proof.Checkpoint.Root.ToString(), signers, witnesses,
            failures.Count == 0 ? [new ProvedEntry(leaf!.Entry, leaf.RecordedAt, leaf.Type)] : [],
            ["What the entry says, and who recorded it: a proof in this form has the leaf alone, which names nobody.", Clock, .. witnesses.Count == 0 ? [Views] : Array.Empty<string>()],
            failures);
    }

    public ProofVerdict Verify(SignedNote note, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var failures = new List<FailedCheck>();
        var (signers, witnesses) = _notes.Check(note, checkpoint, "the checkpoint", failures);
        string[] unknown =
        [
            "What the entries say, and whether the tree goes on from another checkpoint: 'archive prove --from-checkpoint' shows that.",
            .. witnesses.Count == 0 ? [Views] : Array.Empty<string>(),
            .. checkpoint.Extensions.Count > 0 ? ["What its further lines mean."] : Array.Empty<string>(),
        ];
        return new ProofVerdict("checkpoint", checkpoint.Origin, null, null, checkpoint.Size, checkpoint.Root.ToString(), signers, witnesses, [], unknown, failures);
    }

    private static IEnumerable<FailedCheck> OfClaim(ProofFile file, int at)
    {
        if (file.Claim is not { } claim || file.Entries[at].Event is not { } proven)
            yield break;
        var where = EntryChecks.WhereOf(file.Entries[at]);
        if (proven.Metadata.Stream != StreamName.OfClaim(claim))
            yield return new FailedCheck(Checks.ClaimStream, where, $"It is not of the claim {claim}.");
        else if (proven.Metadata.Revision != at)
            yield return new FailedCheck(Checks.ClaimRevision, where, $"It is revision {proven.Metadata.Revision} of the claim and stands in place {at}: an entry of the claim is missing, or one too many is there.");
    }

    private static string[] UnknownOf(ProofFile file, IReadOnlyList<WitnessSight> witnesses, ProvedEntry[] proved)
    {
        var unknown = new List<string> { Truth, Clock };
        if (file.Claim is not null)
            unknown.Add($"Whether the claim has entries after {file.Entries[^1].Leaf.Entry}.");
        if (file.Entries.Count(entry => entry.Event is null) is > 0 and var withheld)
            unknown.Add($"What {withheld} withheld {(withheld == 1 ? "entry says, and of what it is" : "entries say, and of what they are")}.");
        if (Array.Exists(proved, entry => entry.KeptUnshown > 0))
            unknown.Add("What the words are that an entry keeps by reference and the proof does not show: they were destroyed, or are withheld.");
        if (file.Entries.Any(entry => entry.Event?.Erased is not null))
            unknown.Add("What the erased words were, and why they were erased: the reason was noted later, and no leaf vouches for it.");
        if (witnesses.Count == 0)
            unknown.Add(Views);
        return [.. unknown];
    }
}
