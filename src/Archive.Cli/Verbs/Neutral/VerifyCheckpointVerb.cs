using System.CommandLine;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Sheets;
using Archive.Domain.Ledger.Notes;

namespace Archive.Cli.Verbs.Neutral;

internal sealed class VerifyCheckpointVerb : Verb
{
    private const string Members = "note or path";

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "The checkpoint, - for standard input; without it a batch is read from standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _keys = TrustedKeys.Option("--key", "a log or of a witness");

    public VerifyCheckpointVerb() : base("verify", "Check who signed a checkpoint: the head of a log's tree (C2SP tlog-checkpoint).")
    {
        Add(_file);
        Add(_keys);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive checkpoint verify checkpoint --key example.com/log+9f7b884c+AQGKbsfkDjbP3Wb8UKJd3Py7jRGfEXrDqCPmzoHzuH9k",
        "archive checkpoint verify - --key keys.txt --key witnesses.txt --json",
        "printf '{\"path\": \"checkpoint\"}\\n' | archive checkpoint verify --key keys.txt --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        "It is valid where one of the keys signed it and no signature by any of them is wrong. Signatures by other keys are not looked at. That it belongs to the log that one asks about, its log name says.",
        "A batch is JSON lines: each an object with the member note (the signed note as text) or path (its file). Exit code 0 when all are valid, 1 when any is not, 2 when a line is no such item, a file is not there or a key is no key. No database is needed.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var keys = await TrustedKeys.ReadAsync(run, _keys);
        if (run.Parsed.GetValue(_file) is not { } file)
            return await Batch.RunAsync(run, Members, item => Read(run, item, keys), async (answer, asJson) => Write(run, await answer(), CliJson.OneLine, asJson));
        var one = CheckpointAnswer.Of(await BoundedInput.FindAsync(run, file, CheckpointAnswer.Longest), keys);
        return Write(run, one, CliJson.Indented, run.AsJson) ? ExitCode.Ok : ExitCode.Refused;
    }

    private static Func<Task<CheckpointAnswer>>? Read(Invocation run, JsonElement item, IReadOnlyList<VerifierKey> keys)
    {
        if (item.TryGetProperty("note", out var member) && member.ValueKind == JsonValueKind.String)
        {
            var note = member.GetString()!;
            return () => Task.FromResult(CheckpointAnswer.Of(note, keys));
        }

        if (!item.TryGetProperty("path", out member) || member.ValueKind != JsonValueKind.String)
            return null;
        var path = member.GetString()!;
        return async () => CheckpointAnswer.Of(await BoundedInput.FindFileAsync(path, CheckpointAnswer.Longest, run.Cancellation), keys);
    }

    private static bool Write(Invocation run, CheckpointAnswer answer, JsonSerializerOptions options, bool asJson)
    {
        if (asJson)
        {
            run.Terminal.Output.WriteLine(CliJson.Of(answer, options));
            return answer.Valid;
        }

        run.Display.Write(answer.Valid
            ? [new Span("valid    ", Tone.Good), new Span(answer.Log!, Tone.Strong), $"  entries 1 to {answer.Size}, signed by ", string.Join(", ", answer.Signers!.Select(Words))]
            : [new Span("invalid  ", Tone.Bad), answer.Error!]);
        return answer.Valid;
    }

    private static string Words(CheckpointSigner signer) =>
        signer.CosignedAt is { } at ? $"{signer.Name} ({signer.Id}, witness, {MomentText.Recorded(at)})" : $"{signer.Name} ({signer.Id})";
}
