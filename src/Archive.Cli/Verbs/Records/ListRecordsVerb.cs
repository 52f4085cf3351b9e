using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Records;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Records;

internal sealed class ListRecordsVerb : QueryVerb<RecordList>
{
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "As of this entry or time of the archive's own history.");
    private readonly OnOptions _on = new("Only records whose happening occurred then");
    private readonly PageOptions _page = new();

    public ListRecordsVerb() : base("records", "List the records, in the order in which their happenings occurred.")
    {
        Add(_asOf);
        _on.AddTo(this);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["archive records", "archive records --on 2023-03 --match certainly", "archive records --as-of 57 --json"];

    public override IReadOnlyList<string> Notes => [AsOfNote, OnNote];

    protected override IRequest<Outcome<RecordList>> Question(ParseResult parsed) =>
        new ListRecords(parsed.GetValue(_asOf) ?? AsOf.Latest, _on.Read(parsed), _page.Read(parsed));

    protected override void Show(IDisplay display, RecordList answer) => RecordListSheet.Show(display, answer);
}
