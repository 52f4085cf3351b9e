using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Sources;
using MediatR;

namespace Archive.Cli.Verbs.Sources;

internal sealed class ShowSourceVerb : QueryVerb<SourceSnapshot>
{
    private readonly SubjectArgument _source = new("SOURCE", "Id of the source.");

    public ShowSourceVerb() : base("show", "Show a source: what is known of it, its ratings over time, and its captures.") => _source.AddTo(this);

    public override IReadOnlyList<string> Examples => ["archive source show tass-arrival", "archive source show tass-arrival@57 --json"];

    public override IReadOnlyList<string> Notes => [AsOfNote];

    protected override IRequest<Outcome<SourceSnapshot>> Question(ParseResult parsed) => new GetSource(_source.Id(parsed), _source.AsOf(parsed));

    protected override void Show(IDisplay display, SourceSnapshot answer) => SourceSheet.Show(display, answer);
}
