using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Cli.Verbs.Sources;

internal sealed class CaptureSourceVerb : ChangeVerb
{
    private const string CaptureNote = """
        The bytes are kept as they are, under their SHA-256, and come back byte for byte. What they are is found in them, not in the file's name: a declared
        type that says otherwise is refused. Text is taken out once, of plain text, HTML and PDF; quotes are looked for in it, as long as the capture is kept.
        """;

    /// <summary>Smaller files are in before a bar is seen.</summary>
    private const long WorthABar = 4_000_000;

    private readonly Argument<string> _source = new("SOURCE") { Description = "Id of the source, which is registered." };
    private readonly Argument<string> _file = new("FILE") { Description = "The copy; - reads standard input." };
    private readonly Option<DateTimeOffset?> _at = CapturedAt();
    private readonly Option<string?> _by = TextOption.Of("--captured-by", "NAME", "Who took the copy; you, where nothing is said.");
    private readonly Option<CaptureMethod?> _method = WordOption.Of<CaptureMethod>("--method", "How it was taken (other, where nothing is said)");
    private readonly Option<string?> _tool = TextOption.Of("--tool", "TEXT", "With what, and its version.");
    private readonly Option<string?> _from = TextOption.Of("--received-from", "NAME", "From whom the archive has it, where that is somebody else.");
    private readonly Option<string?> _url = TextOption.Of("--url", "URL", "Where the bytes were found.");
    private readonly Option<string[]> _headers = TextOption.Many("--header", "'NAME: VALUE'", "A header of the response by which they came. May stand several times.");
    private readonly Option<string?> _rights = TextOption.Of("--rights", "TEXT", "Terms under which they may be used.");
    private readonly Option<string?> _type = TextOption.Of("--media-type", "TYPE", "What it is said to be, with its encoding where you know it: 'text/html; charset=windows-1251'. Checked against the bytes.");
    private readonly Option<bool> _noText = new("--no-text") { Description = "Keep the bytes of a file whose text cannot be taken out, without a text." };
    private readonly Option<string?> _words = TextOption.Of("--words", "TEXT", "What is to be known of it.");
    private readonly Option<string?> _decided = TextOption.Decided();
    private IProgress<(long Done, long Total)>? _progress;

    public CaptureSourceVerb() : base("capture", "Put a copy of a source into the archive.")
    {
        Add(_source);
        Add(_file);
        foreach (var option in new Option[] { _at, _by, _method, _tool, _from, _url, _headers, _rights, _type, _noText, _words, _decided })
            Add(option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive source capture tass-arrival page.html --method download --url https://example.org/page --captured-at 2026-11-24T09:30:00Z",
        "curl -s https://example.org/page | archive source capture tass-arrival - --method download --tool 'curl 8.14'",
        "archive source capture communique scan.pdf --method scan --received-from 'The press office' --no-text",
    ];

    public override IReadOnlyList<string> Notes => [CaptureNote, ChangeNote];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var parsed = run.Parsed;
        var draft = new CaptureDraft(
            parsed.GetValue(_at),
            parsed.GetValue(_by),
            parsed.GetValue(_method) ?? CaptureMethod.Other,
            parsed.GetValue(_type),
            parsed.GetValue(_tool),
            parsed.GetValue(_from),
            parsed.GetValue(_url),
            parsed.GetValue(_headers) is { Length: > 0 } headers ? headers.Select(Header).ToValueList() : null,
            parsed.GetValue(_rights),
            parsed.GetValue(_noText));
        return Task.FromResult<ICommand?>(new CaptureSource(
            context, parsed.GetRequiredValue(_source), draft, Bytes(run, parsed.GetRequiredValue(_file)), parsed.GetValue(_words), parsed.GetValue(_decided)));
    }

    protected override Task<Outcome<Receipt>> SendAsync(Invocation run, IOpenedArchive archive, ICommand command) =>
        ((CaptureSource)command).Bytes.Length is not (null or < WorthABar)
            ? run.Terminal.WithProgressAsync("Capturing", progress =>
            {
                _progress = progress;
                return archive.ChangeAsync(command, run.Cancellation);
            })
            : archive.ChangeAsync(command, run.Cancellation);

    protected override async Task<int> AnswerAsync(Invocation run, IOpenedArchive archive, ICommand command, Receipt receipt)
    {
        var source = await archive.AskAsync(new GetSource(run.Parsed.GetRequiredValue(_source), AsOf.Latest), run.Cancellation);
        if (source is not Outcome<SourceSnapshot>.Ok { Value: var snapshot }
            || snapshot.Captures.FirstOrDefault(entry => entry.Event.Revision == receipt.Revision && entry.Event.Stream == receipt.Stream) is not { } made)
            return run.Answer(receipt, ReceiptSheet.Show);
        return run.Answer(new CapturedAnswer(receipt, snapshot.Source.Captures!.First(capture => capture.Digest == made.Digest)), CaptureSheet.Show);
    }

    private CaptureBytes Bytes(Invocation run, string file)
    {
        if (file != "-")
        {
            try
            {
                if (Directory.Exists(file))
                    throw new IOException(file);
                var length = new FileInfo(file).Length;
                return new CaptureBytes(() => new ReportingStream(File.OpenRead(file), read => _progress?.Report((read, length))), length);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new UsageException($"'{file}' is not a file that can be read here. Correct the name, or give - and the bytes on standard input.");
            }
        }

        var taken = false;
        return new CaptureBytes(() =>
        {
            if (taken)
                throw new IOException("Standard input can be read once only, and the database went away while it was read. Give the bytes again.");
            taken = true;
            return run.Terminal.Input;
        });
    }

    private static CaptureHeader Header(string text) => text.Split(':', 2) is [{ Length: > 0 } name, var value]
        ? new CaptureHeader(name.Trim(), value.Trim())
        : throw new UsageException($"'{text}' is not a header: write 'NAME: VALUE'.");

    private static Option<DateTimeOffset?> CapturedAt() => new("--captured-at")
    {
        HelpName = "TIME",
        Description = "When the copy was taken, with its zone: 2026-11-24T09:30:00Z. Now, where nothing is said.",
        CustomParser = result =>
        {
            string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];
            var text = result.Tokens[0].Value;
            if (text.Length > 16 && (text.EndsWith('Z') || text[^6] is '+' or '-')
                && DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                return at;
            result.AddError($"'{text}' is not a time with its zone: write one such as 2026-11-24T09:30:00Z or 2026-11-24T12:30:00+03:00.");
            return null;
        },
    };
}
