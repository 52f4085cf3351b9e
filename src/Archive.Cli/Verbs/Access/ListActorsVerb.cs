using System.CommandLine;
using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Access;

internal sealed class ListActorsVerb : QueryVerb<ActorList>
{
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "As of this entry or time of the archive's own history.");
    private readonly PageOptions _page = new();

    public ListActorsVerb() : base("list", "List the actors: who they are and what they may do.")
    {
        Add(_asOf);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["archive actor list", "archive actor list --as-of 57 --json"];

    public override IReadOnlyList<string> Notes => [AsOfNote];

    protected override IRequest<Outcome<ActorList>> Question(ParseResult parsed) => new ListActors(parsed.GetValue(_asOf) ?? AsOf.Latest, _page.Read(parsed));

    protected override void Show(IDisplay display, ActorList answer) => ActorSheet.Show(display, answer);
}
