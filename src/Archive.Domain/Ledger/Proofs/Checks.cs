namespace Archive.Domain.Ledger.Proofs;

/// <summary>Names of the checks that a proof is put to (docs/proofs.md).</summary>
public static class Checks
{
    public const string Form = "form";
    public const string CheckpointSignature = "checkpoint-signature";
    public const string CheckpointLog = "checkpoint-log";
    public const string CheckpointsDiffer = "checkpoints-differ";
    public const string Inclusion = "inclusion";
    public const string Consistency = "consistency";
    public const string EntryOrder = "entry-order";
    public const string PayloadDigest = "payload-digest";
    public const string MetadataDigest = "metadata-digest";
    public const string EventLeaf = "event-leaf";
    public const string ClaimStream = "claim-stream";
    public const string ClaimRevision = "claim-revision";
    public const string KeptDigest = "kept-digest";
    public const string KeptUnnamed = "kept-unnamed";
    public const string LeafMissing = "leaf-missing";
}
