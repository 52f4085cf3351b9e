using System.CommandLine;
using System.Text;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;

namespace Archive.Cli.Verbs.Neutral;

internal sealed class CanonicalizeVerb : Verb
{
    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "The document, - for standard input; without it a batch is read from standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _ieee = new("--ieee")
    {
        HelpName = "HEX",
        Description = "A double by the 16 hexadecimal digits of its IEEE 754 bits, instead of a document.",
    };

    public CanonicalizeVerb() : base("canonicalize", "Write a JSON document in its canonical form (RFC 8785), the one that digests are made of.")
    {
        Add(_file);
        Add(_ieee);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive canonicalize event.json | sha256sum",
        "archive canonicalize - --json < event.json",
        "archive canonicalize --ieee 4340000000000001",
        "printf '{\"json\": \"[1.0]\"}\\n{\"ieee\": \"4340000000000001\"}\\n' | archive canonicalize --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        "Without --json a document's canonical bytes are written as they are, with nothing behind them. A batch is JSON lines: objects with the member json (a document as text), base64 (its bytes) or ieee (a double). Exit code 0 when all are valid, 1 when any is not, 2 when a line is no such item. No database is needed.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var file = run.Parsed.GetValue(_file);
        if (run.Parsed.GetValue(_ieee) is { } hex)
            return file is null ? Answer(run, CanonicalAnswer.OfIeee(hex)) : throw new UsageException("Give a file or --ieee, not both.");
        if (file is not null)
            return Answer(run, CanonicalAnswer.Of(await ReadAsync(run, file)));
        return await Batch.RunAsync(run, "json, base64 or ieee", Read, (item, asJson) => Write(run, item, asJson));
    }

    private static async Task<byte[]> ReadAsync(Invocation run, string file)
    {
        if (file != "-")
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, run.Cancellation) : throw new UsageException($"There is no file {file}.");
        using var bytes = new MemoryStream();
        await run.Terminal.Input.CopyToAsync(bytes, run.Cancellation);
        return bytes.ToArray();
    }

    private static int Answer(Invocation run, CanonicalAnswer answer)
    {
        if (run.AsJson)
            run.Answer(answer, (_, _) => { });
        else if (answer.Canonical is { } canonical)
            run.Terminal.Output.Write(canonical);
        else
            run.Complain(new Complaint(ComplaintKind.Invalid, answer.Error!.Code, answer.Error.Message));
        return answer.Valid ? ExitCode.Ok : ExitCode.Refused;
    }

    private static CanonicalAnswer? Read(JsonElement item) =>
        Text(item, "json") is { } json ? CanonicalAnswer.Of(Encoding.UTF8.GetBytes(json))
        : Text(item, "ieee") is { } ieee ? CanonicalAnswer.OfIeee(ieee)
        : item.TryGetProperty("base64", out var base64) && base64.TryGetBytesFromBase64(out var bytes) ? CanonicalAnswer.Of(bytes)
        : null;

    private static string? Text(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Write(Invocation run, CanonicalAnswer answer, bool asJson)
    {
        if (asJson)
            run.Terminal.Output.WriteLine(CliJson.Of(answer, CliJson.OneLine));
        else
            run.Terminal.Output.WriteLine(answer.Canonical ?? $"invalid: {SafeText.Of(answer.Error!.Message)}");
        return answer.Valid;
    }
}
