using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Ledger;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>A change of the keys that sign the ledger's checkpoints, answered with the keys as they stand then.</summary>
internal abstract class LedgerKeyChangeVerb(string name, string description) : Verb(name, description)
{
    public override async Task<int> RunAsync(Invocation run)
    {
        var change = Change(run.Parsed);
        await using var archive = await run.OpenAsync(Freshness.CaughtUp);
        var outcome = await archive.ChangeLedgerKeysAsync(change, run.Cancellation);
        return outcome is Outcome<LedgerKeyList>.Ok { Value: var keys } ? run.Answer(keys, (_, answer) => LedgerKeySheet.Show(run.Terminal, answer)) : run.Complain(Complaint.Of(outcome));
    }

    /// <exception cref="UsageException">It is not said what to change.</exception>
    protected abstract LedgerKeyChange Change(ParseResult parsed);
}
