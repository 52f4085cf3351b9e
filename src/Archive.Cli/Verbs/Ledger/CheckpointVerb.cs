using System.CommandLine;
using System.Text;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Cli.Opening;
using Archive.Cli.Verbs.Records;
using Archive.Ledger;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class CheckpointVerb : Verb
{
    private readonly Option<long?> _size = new("--size") { HelpName = "ENTRY", Description = "The checkpoint whose last entry is this; without it the latest.", CustomParser = WholeNumber.Read };
    private readonly Option<string?> _out = TextOption.Of("--out", "FILE", "Write it into this file instead.");

    public CheckpointVerb() : base("checkpoint", "Print a signed checkpoint of the ledger, byte for byte as others verify it.")
    {
        Add(_size);
        Add(_out);
    }

    public override IReadOnlyList<string> Examples => ["archive ledger checkpoint", "archive ledger checkpoint --size 57 --out checkpoint", "archive ledger checkpoint --json"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        A checkpoint is a signed note (C2SP): the log name, how many entries there are, the root over all of them, and signatures. Keep one, and a later proof shows that
        nothing before it was changed. The latest is of the last entry: it is signed now where it was not.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var outcome = await archive.AskAsync(new GetCheckpoint(run.Parsed.GetValue(_size)), run.Cancellation);
        if (outcome is not Outcome<SignedCheckpoint>.Ok { Value: var checkpoint })
            return run.Complain(Complaint.Of(outcome));
        if (run.Parsed.GetValue(_out) is { } path)
        {
            await ExportFile.WriteAsync(path, Encoding.UTF8.GetBytes(checkpoint.Note), run.Cancellation);
            return run.Answer(checkpoint, (display, answer) => display.Write($"The checkpoint of entry {answer.Size} is in {path}."));
        }

        if (run.AsJson)
            return run.Answer(checkpoint, CheckpointSheet.Show);
        // As it is: a display would fold its lines.
        run.Terminal.Output.Write(checkpoint.Note);
        return ExitCode.Ok;
    }
}
