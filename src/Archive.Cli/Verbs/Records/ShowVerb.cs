using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Records;
using MediatR;

namespace Archive.Cli.Verbs.Records;

internal sealed class ShowVerb : QueryVerb<RecordSnapshot>
{
    private readonly SubjectArgument _record = new("RECORD", "Id of the record.");
    private readonly FilterOptions _filter = new();
    private readonly PageOptions _page = new();

    public ShowVerb() : base("show", "Show a record with its claims, in the order in which they occurred.")
    {
        _record.AddTo(this);
        _filter.AddTo(this);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive show visit-2023",
        "archive show visit-2023@57",
        "archive show visit-2023 --as-of 2026-11-24T09:30:00Z --on 2023-03-20 --match certainly",
        "archive show visit-2023 --kind statement --person zelenskyy --status disputed",
    ];

    public override IReadOnlyList<string> Notes => [AsOfNote, OnNote];

    protected override IRequest<Outcome<RecordSnapshot>> Question(ParseResult parsed) =>
        new GetRecord(_record.Id(parsed), _record.AsOf(parsed), _filter.Read(parsed), _page.Read(parsed));

    protected override string? Asked(ParseResult parsed) => _record.Id(parsed);

    protected override void Show(IDisplay display, RecordSnapshot answer) => RecordSheet.Show(display, answer);
}
