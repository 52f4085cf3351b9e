using System.CommandLine;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Domain.Time;

namespace Archive.Cli.Verbs.Neutral;

internal sealed class CheckEdtfVerb : Verb
{
    private readonly Argument<string?> _edtf = new("EDTF")
    {
        Description = "The date; without it a batch is read from standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CheckEdtfVerb() : base("check", "Say whether a text is EDTF, at which level, and between which instants the date lies (UTC).") => Add(_edtf);

    public override IReadOnlyList<string> Examples =>
        ["archive edtf check '2016-02-2X'", "archive edtf check '2023-03~/..' --json", "printf '\"2023-03\"\\n{\"edtf\": \"2023-13\"}\\n' | archive edtf check --json"];

    public override IReadOnlyList<string> Notes =>
        ["A batch is JSON lines: each a string, or an object with the member edtf. Each is answered with one line. Exit code 0 when all are valid, 1 when any is not, 2 when a line is no such item. No database is needed."];

    public override async Task<int> RunAsync(Invocation run)
    {
        if (run.Parsed.GetValue(_edtf) is not { } edtf)
            return await Batch.RunAsync(run, "edtf", Read, (item, asJson) => Write(item, run.Terminal, CliJson.OneLine, asJson));
        return Write(edtf, run.Terminal, CliJson.Indented, run.AsJson) ? ExitCode.Ok : ExitCode.Refused;
    }

    private static string? Read(JsonElement item) =>
        item.ValueKind == JsonValueKind.String ? item.GetString()
        : item.ValueKind == JsonValueKind.Object && item.TryGetProperty("edtf", out var edtf) && edtf.ValueKind == JsonValueKind.String ? edtf.GetString()
        : null;

    private static bool Write(string edtf, Terminal terminal, JsonSerializerOptions options, bool asJson)
    {
        var report = Edtf.Check(edtf);
        if (asJson)
            terminal.Output.WriteLine(CliJson.Of(EdtfAnswer.Of(edtf, report), options));
        else
            terminal.Display.Write(Line(edtf, report));
        return report.Valid;
    }

    private static Line Line(string edtf, EdtfReport report) => report switch
    {
        { Valid: true, Bounds: { } bounds } =>
        [
            new Span("valid    ", Tone.Good),
            new Span(edtf, Tone.Strong),
            $"  level {report.Level}{(report.Uncertain ? ", uncertain" : "")}{(report.Approximate ? ", approximate" : "")}  ",
            string.Join(bounds.Mode == BoundsMode.AllOf ? "; and " : "; or ", bounds.Intervals.Select(Sheets.DateText.Of)),
        ],
        _ => [new Span("invalid  ", Tone.Bad), new Span(edtf, Tone.Strong), $"  {report.Error?.Message}"],
    };
}
