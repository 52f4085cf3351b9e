using System.CommandLine;
using System.Text;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Cli.Verbs.Records;
using Archive.Ledger;
using Archive.Snapshots;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class ProveVerb : Verb
{
    private readonly SubjectArgument _subject = new("CLAIM", "Id of a claim, or the number of an entry.", optional: true);
    private readonly Option<string?> _from = TextOption.Of("--from-checkpoint", "FILE", "Prove instead that the ledger goes on from this old checkpoint.");
    private readonly Option<string?> _out = TextOption.Of("--out", "FILE", "Write to this file, whole or not at all, instead of standard output.");
    private readonly Option<ProofFormat?> _format = WordOption.Of<ProofFormat>("--format", "What to write; json where it is not said");

    public ProveVerb() : base("prove", "Write a proof that a claim or an entry was recorded, or that the ledger goes on from an old checkpoint.")
    {
        _subject.AddTo(this);
        Add(_from);
        Add(_out);
        Add(_format);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive prove visit-2023/c17 --out c17.proof.json",
        "archive prove visit-2023/c17@57 --out c17.proof.json",
        "archive prove 57 --format tlog-proof --out 57.tlog-proof",
        "archive prove --from-checkpoint 2025.checkpoint --out since-2025.json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        One file proves it: the events with all that their digests are made of, an inclusion proof each, and a checkpoint that the ledger signed. Whoever has it checks it
        with 'archive verify FILE --key KEY', without the archive, this year or in ten. Of what you may not see there is the leaf alone, which names nobody; what was erased
        is there in its erased form. docs/proofs.md says what a proof proves, and what it cannot.

        tlog-proof is the form of C2SP that other tools read: one entry, its leaf, nothing else.
        """,
        QueryVerb<EntryProof>.AsOfNote,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var (subject, from, path, format) = (_subject.FindId(run.Parsed), run.Parsed.GetValue(_from), run.Parsed.GetValue(_out), run.Parsed.GetValue(_format) ?? ProofFormat.Json);
        if ((subject is null) == (from is null))
            throw new UsageException("Say what to prove: a claim, an entry, or --from-checkpoint FILE; one of them.");
        if (format == ProofFormat.TlogProof && subject?.All(char.IsAsciiDigit) != true)
            throw new UsageException("A tlog-proof is of one entry: give its number.");
        if (path is null && run.Terminal.IsForPeople)
            throw new UsageException("A proof is not for a terminal: its texts could command it. Name a file with --out, or send it into a pipe.");
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        return from is null ? await OfEntriesAsync(run, archive, subject!, path, format) : await OfCheckpointAsync(run, archive, from, path);
    }

    private async Task<int> OfEntriesAsync(Invocation run, IOpenedArchive archive, string subject, string? path, ProofFormat format)
    {
        var outcome = await archive.AskAsync(new GetProof(subject, _subject.AsOf(run.Parsed)), run.Cancellation);
        if (outcome is not Outcome<EntryProof>.Ok { Value: var proof })
        {
            var complaint = Complaint.Of(outcome);
            return run.Complain(complaint.Kind == ComplaintKind.NotFound && !subject.All(char.IsAsciiDigit)
                ? complaint with { Hint = await Suggestion.ForAsync(archive, subject, run.Cancellation) }
                : complaint);
        }

        var entry = proof.File.Entries[0];
        var bytes = format == ProofFormat.Json ? proof.File.ToFile() : Encoding.UTF8.GetBytes((entry.Proof with { Extra = entry.Leaf.ToData() }).ToString());
        await WriteAsync(run, path, bytes);
        return path is null ? ExitCode.Ok : run.Answer(ProofAnswer.Of(path, proof), ProofSheet.Show);
    }

    private static async Task<int> OfCheckpointAsync(Invocation run, IOpenedArchive archive, string from, string? path)
    {
        var note = await ProofInput.ReadTextAsync(from, run.Cancellation);
        var outcome = await archive.AskAsync(new GetConsistencyProof(note), run.Cancellation);
        if (outcome is not Outcome<LedgerConsistency>.Ok { Value: var proof })
            return run.Complain(Complaint.Of(outcome));
        await WriteAsync(run, path, proof.File.ToFile());
        return path is null ? ExitCode.Ok : run.Answer(new ConsistencyAnswer(path, proof.Log, proof.From, proof.To), ProofSheet.Show);
    }

    private static async Task WriteAsync(Invocation run, string? path, byte[] bytes)
    {
        if (path is null)
            await new OutputStream(run.Terminal.Output).WriteAsync(bytes, run.Cancellation);
        else
            await ExportFile.WriteAsync(path, bytes, run.Cancellation);
    }
}
