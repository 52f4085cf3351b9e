using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Sheets;

namespace Archive.Cli.Verbs.Access;

internal sealed class ListHoldsVerb() : GovernanceQueryVerb("list", "List the holds on a record, claim or source, and those on other things that cover it.")
{
    public override IReadOnlyList<string> Examples => ["archive hold list visit-2023", "archive hold list source:tass-arrival --as-of 57"];

    protected override void Show(IDisplay display, GovernanceSheet answer) => GovernanceText.ShowHolds(display, answer);
}
