using System.CommandLine;
using System.Text;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class AcceptCosignatureVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The checkpoint with the witness's signature." };
    private readonly Option<string> _key = TextOption.Required("--key", "KEY", "The witness's verifier key, or a file that holds it.");

    public AcceptCosignatureVerb() : base("accept", "Add a witness's signature to the checkpoint that it signed, so that later proofs carry it.")
    {
        Add(_file);
        Add(_key);
    }

    public override IReadOnlyList<string> Examples => ["archive ledger accept cosigned --key witness.example.org+9d1c1e2f+BGn0…"];

    public override IReadOnlyList<string> Notes => ["It is verified first, and only that witness's signatures are taken. Where the witness signed another tree than this archive, nothing is added: then somebody was shown another history."];

    public override async Task<int> RunAsync(Invocation run)
    {
        var named = run.Parsed.GetRequiredValue(_key);
        var key = named.Contains('+') ? named : Encoding.UTF8.GetString((await ReadAsync(run, named)).Span);
        var accept = new AcceptCosignature(await ReadAsync(run, run.Parsed.GetRequiredValue(_file)), key);
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var outcome = await archive.AcceptCosignatureAsync(accept, run.Cancellation);
        return outcome is Outcome<SignedCheckpoint>.Ok { Value: var checkpoint } ? run.Answer(checkpoint, CheckpointSheet.Show) : run.Complain(Complaint.Of(outcome));
    }

    /// <summary>One byte more than a note may have tells that it is none.</summary>
    private static Task<ReadOnlyMemory<byte>> ReadAsync(Invocation run, string path) => BoundedInput.BeginningOfAsync(path, CheckpointNote.MaxLength + 1, run.Cancellation);
}
