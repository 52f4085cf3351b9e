using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Provenance;
using MediatR;

namespace Archive.Cli.Verbs.Records;

internal sealed class HistoryVerb : QueryVerb<History>
{
    private readonly SubjectArgument _subject = new("RECORD|CLAIM", "Id of a record or of a claim.");
    private readonly FilterOptions _filter = new();
    private readonly PageOptions _page = new();

    public HistoryVerb() : base("history", "Tell what happened to a claim, or to a record and its claims: who, when, why, and what changed field by field.")
    {
        _subject.AddTo(this);
        _filter.AddTo(this);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive history visit-2023/c17", "archive history visit-2023 --as-of 57", "archive history visit-2023 --kind arrival --page 2"];

    public override IReadOnlyList<string> Notes => [AsOfNote, OnNote];

    protected override IRequest<Outcome<History>> Question(ParseResult parsed) =>
        new GetHistory(_subject.Id(parsed), _subject.AsOf(parsed), _filter.Read(parsed), _page.Read(parsed));

    protected override string? Asked(ParseResult parsed) => _subject.Id(parsed);

    protected override void Show(IDisplay display, History answer) => HistorySheet.Show(display, answer);
}
