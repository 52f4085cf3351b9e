using System.CommandLine;
using Archive.Ledger;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class RetireLedgerKeyVerb : LedgerKeyChangeVerb
{
    private readonly Argument<string> _key = new("ID") { Description = "Id of the key, eight hexadecimal digits, as archive ledger key shows it." };

    public RetireLedgerKeyVerb() : base("retire", "Let a former key sign no more; what it signed still verifies.") => Add(_key);

    public override IReadOnlyList<string> Examples => ["archive ledger key retire 4f1c09d2"];

    public override IReadOnlyList<string> Notes => ["It cannot be taken back. The key's file is not deleted; nothing needs it any more."];

    protected override LedgerKeyChange Change(ParseResult parsed) => new LedgerKeyChange.Retire(parsed.GetRequiredValue(_key));
}
