using System.CommandLine;
using Archive.Citations;
using Archive.Cli.Input;
using Archive.Cli.Display;
using Archive.Domain;
using MediatR;

namespace Archive.Cli.Verbs.Citations;

internal sealed class CitationVerb : QueryVerb<RecordCitation>
{
    private readonly SubjectArgument _record = new("RECORD", "Id of the record, or of a claim in it.");
    private readonly Option<string?> _claim = TextOption.Of("--claim", "CLAIM", "Cite this claim of it.");
    private readonly Option<CitationFormat?> _format = WordOption.Of<CitationFormat>("--format", "What to write; text where it is not said");

    public CitationVerb() : base("citation", "Write a reference to a record or a claim that says for ever what was cited.")
    {
        _record.AddTo(this);
        Add(_claim);
        Add(_format);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive citation visit-2023",
        "archive citation visit-2023@57 --format bibtex | tee -a references.bib",
        "archive citation visit-2023 --claim visit-2023/c17 --format csl-json",
        "archive citation visit-2023/c17 --as-of 2026-11-24T09:30:00Z --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        The reference has the entry, the log name, when the entry was recorded, the snapshot's digest, and a checkpoint against which it can be proved. 'archive check FILE'
        reads such references and says what became of what they cite. docs/citations.md has the forms.
        """,
        AsOfNote,
    ];

    protected override IRequest<Outcome<RecordCitation>> Question(ParseResult parsed)
    {
        var id = _record.Id(parsed);
        var claim = parsed.GetValue(_claim) is { } given ? given.Contains('/', StringComparison.Ordinal) ? given : $"{id}/{given}" : null;
        return ArchiveId.IsValidClaim(id)
            ? new GetCitation(ArchiveId.RecordOf(id), claim ?? id, _record.AsOf(parsed))
            : new GetCitation(id, claim, _record.AsOf(parsed));
    }

    protected override string? Asked(ParseResult parsed) => _record.Id(parsed);

    protected override int Answered(Invocation run, RecordCitation answer)
    {
        var format = run.AsJson ? CitationFormat.Json : run.Parsed.GetValue(_format) ?? CitationFormat.Text;
        // All but line breaks that could command a terminal was left out of what is written, and JSON has escapes for it.
        run.Terminal.Output.Write(format switch
        {
            CitationFormat.Text => CitationLine.Of(answer) + "\n",
            CitationFormat.Bibtex => BibtexCitation.Of(answer),
            CitationFormat.CslJson => CslCitation.Of(answer),
            _ => CliJson.Of(answer, CliJson.Indented) + "\n",
        });
        return Complaints.ExitCode.Ok;
    }

    protected override void Show(IDisplay display, RecordCitation answer) => throw new NotSupportedException("A citation is written as it is.");
}
