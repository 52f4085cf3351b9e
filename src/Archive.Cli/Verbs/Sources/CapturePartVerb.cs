using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Sources;

namespace Archive.Cli.Verbs.Sources;

/// <summary>Writes what the archive holds of a source to a file or to standard output.</summary>
internal abstract class CapturePartVerb : Verb
{
    protected const string CheckedNote = """
        What is written is checked against its digest when the end is reached. A file gets its name only then; what goes to standard output is certain only
        when the command ends with 0.
        """;

    private readonly SubjectArgument _source = new("SOURCE", "Id of the source.");
    private readonly Argument<string?> _digest = new("DIGEST")
    {
        Description = "Of the capture, or its first eight digits or more; not needed where there is one only.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _out;
    private readonly CapturePart _part;

    protected CapturePartVerb(string name, string description, CapturePart part, Option<string?> outOption) : base(name, description)
    {
        (_part, _out) = (part, outOption);
        _source.AddTo(this);
        Add(_digest);
        Add(_out);
    }

    public override IReadOnlyList<string> Notes => [CheckedNote];

    public override async Task<int> RunAsync(Invocation run)
    {
        var file = run.Parsed.GetValue(_out) is { } name && name != "-" ? name : null;
        if (file is null && run.AsJson)
            throw new UsageException("--json needs --out FILE: standard output has either the answer in JSON or the bytes.");
        if (file is not null && (File.Exists(file) || Directory.Exists(file)))
            throw new UsageException($"'{file}' is there already, and is not overwritten. Name another, or take it away.");
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var outcome = await archive.AskAsync(new OpenCapture(_source.Id(run.Parsed), run.Parsed.GetValue(_digest), _part, _source.AsOf(run.Parsed)), run.Cancellation);
        if (outcome is not Outcome<OpenedCapture>.Ok { Value: var opened })
            return run.Complain(Complaint.Of(outcome));
        await using (opened)
        {
            if (file is null)
            {
                await WriteAsync(run, opened.Stream);
                return ExitCode.Ok;
            }

            await SaveAsync(opened.Stream, file, run.Cancellation);
            return run.Answer(new WrittenPart(opened.AsOf, opened.Source, opened.Capture, file), Show);
        }
    }

    /// <summary>To standard output, which may be a terminal.</summary>
    protected virtual async Task WriteAsync(Invocation run, Stream bytes)
    {
        await using var output = run.Terminal.OpenRawOutput();
        await bytes.CopyToAsync(output, run.Cancellation);
        await output.FlushAsync(run.Cancellation);
    }

    /// <summary>Under another name until it is whole.</summary>
    private static async Task SaveAsync(Stream bytes, string file, CancellationToken cancellationToken)
    {
        var partial = $"{file}.{Environment.ProcessId}.partial";
        try
        {
            await using (var output = new FileStream(partial, FileMode.CreateNew))
                await bytes.CopyToAsync(output, cancellationToken);
            File.Move(partial, file, overwrite: false);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Show(IDisplay display, WrittenPart written)
    {
        CaptureSheet.Show(display, written.Capture);
        display.Fields([new("written to", written.File)]);
    }
}
