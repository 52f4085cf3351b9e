using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Provenance;
using MediatR;

namespace Archive.Cli.Verbs.Sources;

internal sealed class RestsOnVerb : QueryVerb<RestingClaims>
{
    private readonly SubjectArgument _source = new("SOURCE", "Id of the source.");
    private readonly FilterOptions _filter = new();
    private readonly PageOptions _page = new();

    public RestsOnVerb() : base("rests-on", "List the claims that rest on a source, and say which rest on it alone.")
    {
        _source.AddTo(this);
        _filter.AddTo(this);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["archive rests-on tass-arrival", "archive rests-on tass-arrival@57 --json"];

    public override IReadOnlyList<string> Notes => [AsOfNote, OnNote];

    protected override IRequest<Outcome<RestingClaims>> Question(ParseResult parsed) =>
        new ListClaimsRestingOn(_source.Id(parsed), _source.AsOf(parsed), _filter.Read(parsed), _page.Read(parsed));

    protected override void Show(IDisplay display, RestingClaims answer) => RestingSheet.Show(display, answer);
}
