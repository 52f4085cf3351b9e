using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Ledger;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class ReplaceLedgerKeyVerb : LedgerKeyChangeVerb
{
    private readonly Option<bool> _lost = new("--lost") { Description = "Say that the key's file is lost, on every node and in every safe." };

    public ReplaceLedgerKeyVerb() : base("replace", "Make a new key where the file of the current one is lost.") => Add(_lost);

    public override IReadOnlyList<string> Examples => ["archive ledger key replace --lost"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Where the file is only somewhere else, bring it here instead. Without it there is no overlap: no checkpoint carries both signatures, so that nobody can tell from
        signatures that the new key is this ledger's. Hand it out as you did the first. What the lost key signed still verifies with it, and a consistency proof from
        such a checkpoint to a new one shows that nothing before it was changed. Whoever finds the lost file can still sign with it: tell those who verify from
        which size on they should take the new key alone.
        """,
    ];

    protected override LedgerKeyChange Change(ParseResult parsed) => parsed.GetValue(_lost)
        ? new LedgerKeyChange.ReplaceLost()
        : throw new UsageException("A key is replaced only where its file is lost: then add --lost, and read --help for what that means. Otherwise: archive ledger key rotate.");
}
