using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Notes;
using Archive.LedgerAudits;
using Archive.Postgres;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class AuditLedgerVerb : Verb
{
    private const string StateName = "ledger-audit.json";

    private readonly Option<string?> _state = new("--state") { Description = $"The file that keeps how far it is; otherwise {StateName} in the folder of {ArchiveSettings.HomeVariable}, where there is one." };
    private readonly Option<bool> _anew = new("--anew") { Description = "Begin with the first event, even where a former audit was interrupted." };
    private readonly Option<string[]> _keys = new("--key") { Description = "A verifier key that you trust, NAME+ID+KEY, or a file with such keys, one a line; without it those that the ledger names. May be given more than once." };
    private readonly Option<string[]> _checkpoints = new("--checkpoint") { Description = "A file with a checkpoint that you have from elsewhere, or from long ago: the ledger must go on from it. May be given more than once." };

    public AuditLedgerVerb() : base("ledger", "Read the log again from the first event, make everything of it anew, and name the first difference.")
    {
        Add(_state);
        Add(_anew);
        Add(_keys);
        Add(_checkpoints);
    }

    public override IReadOnlyList<string> Examples => ["archive audit ledger", "archive audit ledger --key archive.vkey --checkpoint 2025-11-24.checkpoint --json"];

    public override IReadOnlyList<string> Notes =>
    [
        "It audits up to the last entry that was there when it began, and writes nothing into the archive: others may go on writing. Interrupted, it goes on where it was when it is run again. What whoever can change the whole database cannot change is a checkpoint that you keep elsewhere: bring one along.",
        "Exit code 0 where everything is as it should be, 1 where something differs. Captures and words kept by reference are audited by archive audit evidence.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var checkpoints = new List<ReadOnlyMemory<byte>>();
        foreach (var path in run.Parsed.GetValue(_checkpoints) ?? [])
            checkpoints.Add(await ReadAsync(run, path));
        var question = new AuditLedger(
            run.Parsed.GetValue(_state) is { } state ? Path.GetFullPath(state) : UsualState(run),
            run.Parsed.GetValue(_anew),
            [.. (await TrustedKeys.ReadAsync(run, _keys)).Select(key => key.ToString())],
            checkpoints);
        await using var archive = await run.OpenAsync(Freshness.AsProjected);
        var outcome = await run.Terminal.WithProgressAsync("Auditing the ledger", bar => archive.AskAsync(question with { Progress = new Steps(bar) }, run.Cancellation));
        if (outcome is not Outcome<LedgerAudit>.Ok { Value: var audit })
            return run.Complain(Complaint.Of(outcome));
        run.Answer(audit, LedgerAuditSheet.Show);
        return audit.Sound ? ExitCode.Ok : ExitCode.Refused;
    }

    /// <summary>Where the archive is on a server, this machine may have no folder of it.</summary>
    private static string? UsualState(Invocation run)
    {
        if (run.Around.Variable(ArchiveSettings.HomeVariable) is null && run.Around.Variable(ArchiveSettings.PostgresVariable) is not null)
            return null;
        var home = ArchiveSettings.FromEnvironment(run.Around.Variable, Environment.IsPrivilegedProcess).Home;
        return Directory.Exists(home) ? Path.Combine(home, StateName) : null;
    }

    /// <summary>A wrong file is told before anything is audited, and never by the exit code of a ledger that differs.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Invocation run, string path)
    {
        var bytes = await BoundedInput.ReadAsync(run, path, CheckpointNote.MaxLength);
        return CheckpointNote.TryParse(bytes.Span, out _, out var problem) ? bytes : throw new UsageException($"{path} is no checkpoint. {problem}");
    }

    private sealed class Steps(IProgress<(long Done, long Total)> bar) : IProgress<LedgerAuditProgress>
    {
        public void Report(LedgerAuditProgress value) => bar.Report((value.Entries, value.Total));
    }
}
