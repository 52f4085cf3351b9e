using System.CommandLine;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Notes;
using Archive.Packages;
using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class VerifyVerb : Verb
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, and folders of packages, to verify; without one a batch is read from standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _keys = TrustedKeys.Option("--key", "the log, or of a witness, which counts for itself");

    private readonly Option<string?> _leaf = TextOption.Of("--leaf", "FILE", "Leaf data for a tlog-proof that carries none.");

    public VerifyVerb() : base("verify", "Check a proof or a package with the log's key alone: no archive and no database is needed.")
    {
        Add(_paths);
        Add(_keys);
        Add(_leaf);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive verify c17.proof.json --key archive.key.pub",
        "archive verify visit-2023.bag --key archive.key.pub",
        "archive verify since-2025.json 57.tlog-proof --key archive.example/main+c74d1f0a+AXx… --json",
        "printf '{\"path\": \"c17.proof.json\"}\\n' | archive verify --key archive.key.pub --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        A folder is a package of a record (a bag that 'archive export --format bag' wrote), of which everything is derived again. What a file is, is told by what is in it: a proof of 'archive prove', a proof that a ledger goes on from a checkpoint, a tlog-proof (C2SP), or a checkpoint. Each check that
        fails is named; what holds is said in words, and so is what the proof cannot know. Get the key from somewhere else than the proof, or it proves nothing.

        A batch is JSON lines: each a string, or an object with the member path. Exit code 0 when all are valid, 1 when any is not, 2 when a file cannot be read, a line is no such item, or there is none.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var keys = await TrustedKeys.ReadAsync(run, _keys);
        var leaf = run.Parsed.GetValue(_leaf) is { } file ? (ReadOnlyMemory<byte>?)await ProofInput.ReadAsync(file, run.Cancellation) : null;
        var paths = run.Parsed.GetValue(_paths) ?? [];
        if (paths.Length == 0)
            return await VerifyBatchAsync(run, keys, leaf);
        var code = ExitCode.Ok;
        foreach (var path in paths)
            code = Math.Max(code, await VerifyAsync(run, path, keys, leaf, paths.Length == 1 ? CliJson.Indented : CliJson.OneLine));
        return code;
    }

    /// <summary>A batch of nothing is refused: a script whose list of files came out empty would otherwise be told that all of them are valid.</summary>
    private static async Task<int> VerifyBatchAsync(Invocation run, IReadOnlyList<VerifierKey> keys, ReadOnlyMemory<byte>? leaf)
    {
        var verified = 0;
        var code = await Batch.RunAsync(
            run,
            "path",
            Read,
            (path, _) =>
            {
                verified++;
                return VerifyAsync(run, path, keys, leaf, CliJson.OneLine);
            });
        return code == ExitCode.Ok && verified == 0
            ? run.Complain(new Complaint(ComplaintKind.Usage, null, "There was nothing to verify. Name a file or folder, or give JSON lines with the member path on standard input."))
            : code;
    }

    private static async Task<int> VerifyAsync(Invocation run, string path, IReadOnlyList<VerifierKey> keys, ReadOnlyMemory<byte>? leaf, JsonSerializerOptions options)
    {
        VerifyAnswer answer;
        try
        {
            if (await BagVerification.VerifyAsync(path, keys, run.Cancellation) is { } package)
            {
                var answered = PackageAnswer.Of(path, package);
                return Write(run, answered, answered.Valid, PackageSheet.Show, options);
            }

            answer = VerifyAnswer.Of(path, ProofReading.Verify((await ProofInput.ReadAsync(path, run.Cancellation)).Span, keys, leaf));
        }
        catch (UsageException unreadable)
        {
            return run.Complain(Complaint.Of(unreadable));
        }

        return Write(run, answer, answer.Valid, ProofSheet.Show, options);
    }

    private static int Write<T>(Invocation run, T answer, bool isValid, Action<IDisplay, T> show, JsonSerializerOptions options)
    {
        if (run.AsJson)
            run.Terminal.Output.WriteLine(CliJson.Of(answer, options));
        else
            show(run.Display, answer);
        return isValid ? ExitCode.Ok : ExitCode.Refused;
    }

    private static string? Read(JsonElement item) =>
        item.ValueKind == JsonValueKind.String ? item.GetString()
        : item.ValueKind == JsonValueKind.Object && item.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String ? path.GetString()
        : null;
}
