using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Sheets;

namespace Archive.Cli.Verbs.Access;

internal sealed class ShowAccessVerb() : GovernanceQueryVerb("show", "Show who may see a record, claim or source, and its captures.")
{
    public override IReadOnlyList<string> Examples => ["archive access show visit-2023/c17", "archive access show source:tass-arrival --json"];

    protected override void Show(IDisplay display, GovernanceSheet answer) => GovernanceText.ShowAccess(display, answer);
}
