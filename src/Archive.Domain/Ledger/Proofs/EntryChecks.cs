using System.Text;
using Archive.Domain.Events;
using Archive.Domain.Evidence;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>What must hold of one entry of a proof file, apart from its checkpoint.</summary>
internal static class EntryChecks
{
    public static IEnumerable<FailedCheck> Failures(ProvenEntry entry)
    {
        var where = WhereOf(entry);
        if (entry.Proof.Proof.Index != entry.Leaf.Entry - 1)
            yield return new FailedCheck(Checks.Inclusion, where, $"Its proof is of index {entry.Proof.Proof.Index}, and entry {entry.Leaf.Entry} has the index {entry.Leaf.Entry - 1}.");
        else if (!entry.Proof.Proof.Proves(entry.Leaf.ToHash(), entry.Proof.Checkpoint.Root))
            yield return new FailedCheck(Checks.Inclusion, where, "It does not stand in the checkpoint's tree: the leaf, the proof or the checkpoint was changed.");
        if (entry.Event is not { } proven)
            yield break;
        var isChanged = false;
        foreach (var failure in Differences(proven, entry.Leaf, where))
        {
            isChanged = true;
            yield return failure;
        }

        if (isChanged || entry.Kept.Count == 0)
            yield break;
        var named = NamedBy(proven);
        foreach (var words in entry.Kept)
        {
            if (KeptDigest.Of(words.Salt.Span, words.Content.Span) != words.Digest)
                yield return new FailedCheck(Checks.KeptDigest, where, $"Its kept words are not those of the digest {words.Digest}: they were changed.");
            else if (named?.Remove(words.Digest.ToString()) != true)
                yield return new FailedCheck(Checks.KeptUnnamed, where, $"The event names no kept words {words.Digest}, or they are there twice.");
        }
    }

    public static string WhereOf(ProvenEntry entry) => $"entry {entry.Leaf.Entry}";

    public static ProvedEntry Proved(ProvenEntry entry)
    {
        var proved = new ProvedEntry(entry.Leaf.Entry, entry.Leaf.RecordedAt, entry.Leaf.Type);
        if (entry.Event is not { } proven)
            return proved;
        var isErased = proven.Erased is not null;
        return proved with
        {
            Stream = proven.Metadata.Stream,
            Revision = proven.Metadata.Revision,
            Actor = proven.Metadata.Actor,
            Data = isErased ? null : Encoding.UTF8.GetString(CanonicalJson.Canonicalize(proven.Data.Span)),
            Erased = isErased,
            Kept = entry.Kept.Count,
            KeptUnshown = (NamedBy(proven)?.Count ?? 0) - entry.Kept.Count,
        };
    }

    private static IEnumerable<FailedCheck> Differences(ProvenEvent proven, LedgerLeaf leaf, string where)
    {
        var own = proven.ToLeaf();
        if (own.PayloadDigest != leaf.PayloadDigest)
            yield return new FailedCheck(Checks.PayloadDigest, where, "What the event says is not what the leaf has the digest of.");
        if (own.MetadataDigest != leaf.MetadataDigest)
            yield return new FailedCheck(Checks.MetadataDigest, where, "Stream, revision, actor, command or references are not those that the leaf has the digest of.");
        if (own with { PayloadDigest = leaf.PayloadDigest, MetadataDigest = leaf.MetadataDigest } != leaf)
            yield return new FailedCheck(Checks.EventLeaf, where, "The event's entry, id, type or time is another than the leaf's.");
    }

    /// <summary>Only asked of an event that the leaf vouches for.</summary>
    private static HashSet<string>? NamedBy(ProvenEvent proven)
    {
        try
        {
            return proven.Happened() is IHoldsWords<IArchiveEvent> whole ? [.. whole.KeptDigests()] : [];
        }
        catch (UnreadableEventException)
        {
            return null;
        }
    }
}
