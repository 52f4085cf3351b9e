using Archive.Domain;

namespace Archive.Ledger;

/// <summary>What is stored of the ledger's tree is not the tree of its entries: it was damaged or changed behind the archive's back.</summary>
internal sealed class TreeAlteredException(string problem) : AlteredException(problem)
{
    public override Refusal Refusal => new(
        "ledger-tree-altered",
        $"The stored tree of the ledger was altered: {Message} Nothing is proved from it. Run 'archive audit ledger', which names what differs; 'archive rebuild' makes the tree anew from the log.");
}
