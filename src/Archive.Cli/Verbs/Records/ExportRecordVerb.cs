using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Exports;
using Archive.Packages;

namespace Archive.Cli.Verbs.Records;

internal sealed class ExportRecordVerb : Verb
{
    private readonly SubjectArgument _record = new("RECORD", "Id of the record.");
    private readonly Option<WrittenFormat> _format = WordOption.Required<WrittenFormat>("--format", "What to write");
    private readonly Option<string?> _out = TextOption.Of("--out", "FILE", "Write to this file, whole or not at all, instead of standard output.");
    private readonly Option<string?> _to = TextOption.Of("--to", "DIR", "For a bag: the folder to write, new or empty.");

    public ExportRecordVerb() : base("export", "Write a record in a format that others read: provenance, a timeline, schema.org, annotations, or a package that is verified offline.")
    {
        _record.AddTo(this);
        Add(_format);
        Add(_out);
        Add(_to);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive export visit-2023 --format prov-json --out visit-2023.prov.json",
        "archive export visit-2023@57 --format prov-jsonld",
        "archive export visit-2023 --format csv --out visit-2023.csv",
        "archive export visit-2023 --format jsonld --as-of 2026-11-24T09:30:00Z",
        "archive export visit-2023 --format annotations --out quotes.json --json",
        "archive export visit-2023 --format bag --to visit-2023.bag",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        prov-json and prov-jsonld tell where everything comes from, in the terms of W3C PROV: every event with its actor, time and reason, every state of every
        claim, what each was derived from, down to quoted words and captures. csv is a timeline for a spreadsheet, one row a claim; no cell of it is a formula.
        jsonld is schema.org: each claim with its citations and corrections. annotations are the quotes that were found in captures, as W3C Web Annotations.
        docs/exports.md maps each, term by term.

        bag is a package (BagIt, RFC 8493): the record's events with their salts and proofs, its snapshot, captures and provenance, signed. archive verify checks it
        with no archive, by the ledger's key alone. It holds whole events, so it is refused to whoever may not see all of it: docs/packages.md.

        The same entry gives the same bytes. Whoever asks gets what they may see: what is closed or erased says so. On standard output comes the export and nothing
        else; with --out, what was written, its length and its SHA-256 are told, with --json in JSON.
        """,
        QueryVerb<ExportedRecord>.AsOfNote,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var (word, to) = (run.Parsed.GetValue(_format), run.Parsed.GetValue(_to));
        if (word == WrittenFormat.Bag)
            return await PackAsync(run, to ?? throw new UsageException("A bag is a folder. Name a new or empty one with --to."));
        if (to is not null)
            throw new UsageException("--to is for a bag. Name a file with --out.");
        var format = Enum.Parse<ExportFormat>(word.ToString());
        if (run.Parsed.GetValue(_out) is not { } path)
        {
            // JSON has escapes for what commands a terminal; CSV has none.
            if (format == ExportFormat.Csv && run.Terminal.IsForPeople)
                throw new UsageException("A timeline is not for a terminal: its texts could command it. Name a file with --out, or send it into a pipe.");
            return await RunAsync(run, format, new OutputStream(run.Terminal.Output), _ => ExitCode.Ok);
        }

        await using var file = ExportFile.Begin(path);
        var code = await RunAsync(run, format, file.Stream, answer => run.Answer(answer, (display, written) => ExportSheet.Show(display, written, path)), file.FinishAsync);
        return code;
    }

    private async Task<int> PackAsync(Invocation run, string folder)
    {
        if (run.Parsed.GetValue(_out) is not null)
            throw new UsageException("--out is for a file. A bag goes into the folder of --to.");
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var record = _record.Id(run.Parsed);
        var outcome = await run.Terminal.WithProgressAsync("Writing", _ => archive.AskAsync(new ExportBag(record, _record.AsOf(run.Parsed), folder), run.Cancellation));
        if (outcome is Outcome<ExportedBag>.Ok { Value: var bag })
            return run.Answer(bag, ExportSheet.Show);
        var complaint = Complaint.Of(outcome);
        return run.Complain(complaint.Kind == ComplaintKind.NotFound ? complaint with { Hint = await Suggestion.ForAsync(archive, record, run.Cancellation) } : complaint);
    }

    private async Task<int> RunAsync(Invocation run, ExportFormat format, Stream to, Func<ExportedRecord, int> answer, Func<Task>? finish = null)
    {
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var record = _record.Id(run.Parsed);
        var outcome = await archive.AskAsync(new ExportRecord(record, format, _record.AsOf(run.Parsed), to), run.Cancellation);
        if (outcome is Outcome<ExportedRecord>.Ok { Value: var written })
        {
            if (finish is not null)
                await finish();
            return answer(written);
        }

        var complaint = Complaint.Of(outcome);
        return run.Complain(complaint.Kind == ComplaintKind.NotFound ? complaint with { Hint = await Suggestion.ForAsync(archive, record, run.Cancellation) } : complaint);
    }
}
