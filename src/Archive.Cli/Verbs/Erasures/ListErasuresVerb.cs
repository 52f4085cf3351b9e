using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Evidence;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Erasures;

internal sealed class ListErasuresVerb : QueryVerb<ErasureList>
{
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "Ordered up to this entry or time of the archive's own history.");
    private readonly PageOptions _page = new();

    public ListErasuresVerb() : base("erasures", "List every order to erase: what, why, by what law, and what became of it.")
    {
        Add(_asOf);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["archive erasures", "archive erasures --json"];

    public override IReadOnlyList<string> Notes => ["What became of an order is told as it is now, whatever moment is asked about."];

    protected override IRequest<Outcome<ErasureList>> Question(ParseResult parsed) => new ListErasures(parsed.GetValue(_asOf) ?? AsOf.Latest, _page.Read(parsed));

    protected override void Show(IDisplay display, ErasureList answer) => ErasureSheet.Show(display, answer);
}
