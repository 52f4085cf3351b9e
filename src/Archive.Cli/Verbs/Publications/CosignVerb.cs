using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Notes;
using Archive.Publications;

namespace Archive.Cli.Verbs.Publications;

internal sealed class CosignVerb : Verb
{
    private readonly Argument<string?> _checkpoint = new("CHECKPOINT") { Description = "The checkpoint that the log signed: a file, - for standard input.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _proof = TextOption.Of("--proof", "FILE", "The proof that it goes on from the largest checkpoint seen before; at the first sight of a log there is none.");
    private readonly Option<string?> _newKey = TextOption.Of("--new-key", "NAME", "Make the witness's key of this name in --key FILE, print its public half, and sign nothing.");
    private readonly WitnessOptions _witness = new();

    public CosignVerb() : base("cosign", "Countersign another's checkpoint as a witness: that it goes on from all that this witness saw (C2SP tlog-cosignature).")
    {
        Add(_checkpoint);
        _witness.AddTo(this);
        Add(_proof);
        Add(_newKey);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive ledger cosign --new-key witness.example/w1 --key witness.key",
        "archive ledger cosign checkpoint --key witness.key --state seen --log-key log.pub",
        "archive ledger cosign checkpoint --key witness.key --state seen --log-key log.pub --proof from-57.json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        For a second party, on a machine of its own: no archive and no database is needed. It prints the checkpoint with its signature added, which the log's
        people take in. Before that, the checkpoint is on the disk in --state as the largest seen. A smaller one, one that does not go on from what was seen, or one without proof is refused.
        """,
        "A proof is what 'archive prove --from-checkpoint' writes, or JSON as 'archive ledger verify-consistency' reads it. Where the log is published, 'archive ledger watch' finds the proof by itself. See docs/published-log.md.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var file = run.Parsed.GetValue(_checkpoint);
        if (run.Parsed.GetValue(_newKey) is { } name)
            return file is null ? MakeKey(run, name) : throw new UsageException("Make a key, or sign a checkpoint: not both at once.");
        if (file is null)
            throw new UsageException("Name the checkpoint, or --new-key to make a key.");
        return await _witness.WithWitnessAsync(run, mustSign: true, async witness =>
        {
            var proof = run.Parsed.GetValue(_proof) is { } path ? await ConsistencyFile.ReadAsync(run, path) : null;
            var outcome = await witness.JudgeAsync(await BoundedInput.ReadAsync(run, file, CheckpointNote.MaxLength), proof, run.Cancellation);
            return outcome is Outcome<WitnessedCheckpoint>.Ok { Value: var seen } ? Answer(run, seen) : run.Complain(Complaint.Of(outcome));
        });
    }

    private int MakeKey(Invocation run, string name)
    {
        var path = _witness.KeyFile(run) ?? throw new UsageException("Name the file of the new key with --key FILE.");
        var made = WitnessKeyFile.Create(path, name);
        return made is Outcome<VerifierKey>.Ok { Value: var key }
            ? run.Answer(WitnessKey.Of(key), (display, answer) => display.Write(answer.Verifier))
            : run.Complain(Complaint.Of(made));
    }

    private static int Answer(Invocation run, WitnessedCheckpoint seen)
    {
        if (run.AsJson)
            return run.Answer(seen, (_, _) => { });
        run.Terminal.Output.Write(run.Terminal.IsForPeople ? SafeText.Lines(seen.Note) : seen.Note);
        return ExitCode.Ok;
    }
}
