using System.CommandLine;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Domain.Evidence;
using Archive.Evidence.Texts;

namespace Archive.Cli.Verbs.Neutral;

internal sealed class AnchorVerb : Verb
{
    private readonly Option<string> _text = new("--text")
    {
        HelpName = "FILE",
        Description = "The text: a file of plain text, HTML or PDF, - for standard input.",
        Required = true,
    };

    private readonly Option<string?> _selector = new("--selector")
    {
        HelpName = "JSON",
        Description = "What to look for; without it a batch is read from standard input.",
    };

    private readonly Option<string?> _mediaType = new("--media-type")
    {
        HelpName = "TYPE",
        Description = "What the file is, such as 'text/html; charset=windows-1251'; without it, plain text where its name ends with .txt, otherwise what its bytes show.",
    };

    public AnchorVerb() : base("anchor", "Find a quote in a text by a W3C Web Annotation selector, as the archive does: exact, ambiguous or missing.")
    {
        Add(_text);
        Add(_selector);
        Add(_mediaType);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive anchor --text page.html --selector '{\"exact\": \"landed at Vnukovo\"}'",
        "archive anchor --text page.txt --selector '{\"exact\": \"he\", \"prefix\": \"when \", \"suffix\": \" left\"}' --json",
        "archive anchor --text page.txt --selector '{\"type\": \"TextPositionSelector\", \"start\": 120, \"end\": 140}'",
        "printf '{\"exact\": \"one\"}\\n{\"selector\": {\"start\": 0, \"end\": 3}}\\n' | archive anchor --text page.txt --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        "Positions count Unicode code points from 0, the end is not in it. Nothing is normalised, folded or trimmed: where the words do not stand exactly, they are missing, and the nearest match is shown apart. Parts of a selector that contradict each other select nothing.",
        "A selector has exact (with prefix and suffix), or start and end, or all of them; W3C's type, arrays and refinedBy are understood. A batch is JSON lines: each a selector, or an object with the member selector. Exit code 0 when all are exact, 1 when any is ambiguous or missing, 2 when one is no selector. No database is needed.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var file = run.Parsed.GetRequiredValue(_text);
        var json = run.Parsed.GetValue(_selector);
        if (file == "-" && json is null)
            throw new UsageException("Standard input can be the text or a batch of selectors, not both. Name a file with --text, or give the selector with --selector.");
        var selector = json is null ? null : Selector(json);
        var text = await ReadAsync(run, file);
        if (selector is null)
            return await Batch.RunAsync(run, "exact, start and end, or selector", Item, (item, asJson) => Write(run, AnchorAnswer.Of(text, item), CliJson.OneLine, asJson));
        return Write(run, AnchorAnswer.Of(text, selector), CliJson.Indented, run.AsJson) ? ExitCode.Ok : ExitCode.Refused;
    }

    private async Task<CodePointText> ReadAsync(Invocation run, string file)
    {
        if (file != "-" && !File.Exists(file))
            throw new UsageException($"There is no file {file}.");
        using var bytes = new MemoryStream();
        await using (var stream = file == "-" ? run.Terminal.Input : File.OpenRead(file))
            await stream.CopyToAsync(bytes, run.Cancellation);
        var mediaType = run.Parsed.GetValue(_mediaType) ?? (file == "-" || Path.GetExtension(file).Equals(".txt", StringComparison.OrdinalIgnoreCase) ? "text/plain" : null);
        var (text, why) = await FileText.ReadAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), mediaType, run.Cancellation);
        return text is null ? throw new UsageException($"The text of {file} cannot be taken out: {why}.") : new CodePointText(text);
    }

    private static SelectorJson Selector(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return SelectorJson.Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new UsageException("The selector is no JSON. Write it such as --selector '{\"exact\": \"the words\"}'.");
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static SelectorJson? Item(JsonElement item)
    {
        try
        {
            return SelectorJson.Read(item.ValueKind == JsonValueKind.Object && item.TryGetProperty("selector", out var selector) ? selector : item);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool Write(Invocation run, AnchorAnswer answer, JsonSerializerOptions options, bool asJson)
    {
        if (asJson)
            run.Terminal.Output.WriteLine(CliJson.Of(answer, options));
        else
            Show(run.Terminal, answer);
        return answer.Valid;
    }

    private static void Show(Terminal terminal, AnchorAnswer answer)
    {
        terminal.Display.Write(
        [
            new Span($"{Kebab.Of(answer.State),-10}", answer.Valid ? Tone.Good : Tone.Bad),
            answer.State == AnchorState.Ambiguous ? $"{answer.Count:N0} places" : answer.State == AnchorState.Missing && answer.Nearest is null ? "nothing like it" : "",
        ]);
        foreach (var place in answer.Places)
            terminal.Display.Write(Line(place, ""));
        if (answer.Nearest is { } nearest)
            terminal.Display.Write(Line(nearest.Place, $"  differs: {string.Join(", ", nearest.Differs.Select(difference => Kebab.Of(difference)))}{(nearest.Edits > 0 ? $" ({nearest.Edits})" : "")}"));
    }

    private static Line Line(AnchorPlace place, string remark) =>
    [
        $"  {place.Position.Start}-{place.Position.End}  ",
        new Span(OneLine(place.Before), Tone.Quiet),
        new Span(OneLine(place.Words), Tone.Strong),
        new Span(OneLine(place.After), Tone.Quiet),
        remark,
    ];

    private static string OneLine(string text) => string.Concat(text.Select(c => c is '\r' or '\n' or '\t' ? ' ' : c));
}
