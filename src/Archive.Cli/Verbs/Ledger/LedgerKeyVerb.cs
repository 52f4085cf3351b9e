using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Ledger;
using MediatR;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>Lists the keys, and is the word that their changes stand under.</summary>
internal sealed class LedgerKeyVerb : QueryVerb<LedgerKeyList>
{
    public LedgerKeyVerb() : base("key", "List the public keys by which this ledger's checkpoints are verified; or change them, with the verbs below.")
    {
        Add(new RotateLedgerKeyVerb());
        Add(new RetireLedgerKeyVerb());
        Add(new ReplaceLedgerKeyVerb());
    }

    public override IReadOnlyList<string> Examples => ["archive ledger key", "archive ledger key --json", "archive ledger key rotate"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        A key is to be handed to those who verify, by a way that they trust: archive verify FILE --key KEY. The current key signs new checkpoints. A retiring one
        signs them too, until it is retired; what it signed verifies with it for ever. The first key is made when the first checkpoint is signed.
        """,
    ];

    protected override Freshness Freshness => Freshness.AsProjected;

    protected override IRequest<Outcome<LedgerKeyList>> Question(ParseResult parsed) => new ListLedgerKeys();

    protected override int Answered(Invocation run, LedgerKeyList answer) => run.Answer(answer, (_, keys) => LedgerKeySheet.Show(run.Terminal, keys));

    protected override void Show(IDisplay display, LedgerKeyList answer) => throw new NotSupportedException("Keys are written as they are.");
}
