using System.CommandLine;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Domain.Packages;
using Archive.Packages;

namespace Archive.Cli.Verbs.Neutral;

internal sealed class ValidateBagVerb : Verb
{
    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The folder of the bag; without it a batch is read from standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ValidateBagVerb() : base("validate", "Say whether a folder is a valid bag (BagIt, RFC 8493): every file against the manifests, and nothing outside it.") => Add(_folder);

    public override IReadOnlyList<string> Examples =>
        ["archive bag validate visit-2023.bag", "archive bag validate visit-2023.bag --json", "printf '{\"path\": \"one\"}\\n{\"path\": \"two\"}\\n' | archive bag validate --json"];

    public override IReadOnlyList<string> Notes =>
    [
        "Any bag of BagIt 0.93 to 1.0 is taken, with manifests of sha256, sha384, sha512, sha224, sha1 and md5. Nothing is fetched: a bag with fetch.txt is refused, and so is one with symbolic links or with names that some systems take for one. All errors are told, each with its file.",
        "A batch is JSON lines: objects with the member path. Exit code 0 when all are valid, 1 when any is not, 2 when there is no such folder or a line is no such item. No database is needed. Whether a package of an archive is what the archive signed says archive verify.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        return run.Parsed.GetValue(_folder) is { } folder
            ? await CheckAsync(run, folder, CliJson.Indented, run.AsJson)
            : await Batch.RunAsync(run, "path", Read, (item, asJson) => CheckAsync(run, item, CliJson.OneLine, asJson));
    }

    private static string? Read(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String ? path.GetString() : null;

    private static async Task<int> CheckAsync(Invocation run, string folder, JsonSerializerOptions options, bool asJson)
    {
        if (await BagValidation.ValidateAsync(folder, run.Cancellation) is not { } report)
            return run.Complain(new Complaint(ComplaintKind.Usage, null, $"There is no folder {folder}."));
        if (asJson)
            run.Terminal.Output.WriteLine(CliJson.Of(BagAnswer.Of(folder, report), options));
        else
            Show(run.Terminal.Display, folder, report);
        return report.Valid ? ExitCode.Ok : ExitCode.Refused;
    }

    private static void Show(IDisplay display, string folder, BagReport report)
    {
        display.Write(
        [
            new Span(report.Valid ? "valid    " : "invalid  ", report.Valid ? Tone.Good : Tone.Bad),
            new Span(folder, Tone.Strong),
            report.Version is null ? "" : $"  BagIt {report.Version}, {report.Files:N0} files, {report.Bytes:N0} bytes",
        ]);
        foreach (var error in report.Errors)
            display.Write([new Span("  error    ", Tone.Bad), Text(error)]);
        if (report.ErrorCount > report.Errors.Count)
            display.Write($"  and {report.ErrorCount - report.Errors.Count:N0} more");
        foreach (var warning in report.Warnings)
            display.Write([new Span("  warning  ", Tone.Quiet), Text(warning)]);
    }

    private static string Text(BagFinding finding) => $"{finding.File}{(finding.Line is { } line ? $", line {line}" : "")}: {finding.What}";
}
