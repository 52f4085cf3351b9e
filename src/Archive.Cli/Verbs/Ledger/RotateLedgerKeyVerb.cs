using System.CommandLine;
using Archive.Ledger;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class RotateLedgerKeyVerb() : LedgerKeyChangeVerb("rotate", "Make a new key; checkpoints carry its signature beside the former key's until that is retired.")
{
    public override IReadOnlyList<string> Examples => ["archive ledger key rotate"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Make the new key known to those who verify, and when they have it retire the former one: archive ledger key retire ID. The new key's file is made in this
        process's ARCHIVE_LEDGER_KEYS: nodes that may project and do not share that folder must be given it, or they sign with the former key alone.
        """,
    ];

    protected override LedgerKeyChange Change(ParseResult parsed) => new LedgerKeyChange.Rotate();
}
