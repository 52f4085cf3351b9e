using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Provenance;
using MediatR;

namespace Archive.Cli.Verbs.Records;

internal sealed class EvidenceVerb : QueryVerb<RecordEvidence>
{
    private const string FindingsNote = """
        Findings: unseen, the archive holds a capture of none of its sources; unsupported, no citation supports it; one-origin, all its support goes back to
        one independent origin, however many sources repeat it; contradicted, a source contradicts it; weak-only, every supporting source is a lead
        only or rated D or E. They say what is to be known of a claim, not whether it is true.
        """;

    private readonly SubjectArgument _record = new("RECORD", "Id of the record.");
    private readonly Option<EvidenceFinding?> _finding = WordOption.Of<EvidenceFinding>("--finding", "Only claims of which this was found");
    private readonly FilterOptions _filter = new();
    private readonly PageOptions _page = new();

    public EvidenceVerb() : base("evidence", "List the claims of a record that rest on little: unseen, on one origin, contradicted, on weak sources.")
    {
        _record.AddTo(this);
        Add(_finding);
        _filter.AddTo(this);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive evidence visit-2023", "archive evidence visit-2023 --finding one-origin --kind statement", "archive evidence visit-2023@57 --json"];

    public override IReadOnlyList<string> Notes => [FindingsNote, AsOfNote, OnNote];

    protected override IRequest<Outcome<RecordEvidence>> Question(ParseResult parsed) =>
        new GetEvidence(_record.Id(parsed), _record.AsOf(parsed), parsed.GetValue(_finding), _filter.Read(parsed), _page.Read(parsed));

    protected override string? Asked(ParseResult parsed) => _record.Id(parsed);

    protected override void Show(IDisplay display, RecordEvidence answer) => EvidenceSheet.Show(display, answer);
}
