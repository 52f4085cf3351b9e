using Archive.Domain;

namespace Archive.Ledger;

/// <summary>The read models were made by a build that kept no tree.</summary>
internal sealed class TreeMissingException(int projectionVersion) : AlteredException($"The read models are of projection version {projectionVersion}, which has no tree of the ledger.")
{
    public override Refusal Refusal => new("ledger-tree-missing", $"{Message} Run 'archive rebuild' with this build, which makes it.");
}
