using Archive.Domain;

namespace Archive.Ledger;

/// <summary>What is kept of a checkpoint, or of a key, is not what was signed or named: it was changed behind the archive's back.</summary>
internal sealed class CheckpointAlteredException(string problem) : AlteredException(problem)
{
    public override Refusal Refusal => new(
        "checkpoint-altered",
        $"The kept checkpoints or keys of the ledger were altered: {Message} Nothing is signed or proved from them. Run 'archive audit ledger', which names what differs, and restore the database from a backup.");
}
