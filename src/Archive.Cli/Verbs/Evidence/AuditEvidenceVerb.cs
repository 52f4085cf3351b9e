using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Evidence.Audits;

namespace Archive.Cli.Verbs.Evidence;

internal sealed class AuditEvidenceVerb : Verb
{
    private readonly Argument<string?> _record = new("RECORD")
    {
        Description = "The record whose evidence is audited; without it everything in the archive and its content store.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _everything = new("--everything") { Description = "List what is as it should be too." };
    private readonly PageOptions _page = new();

    public AuditEvidenceVerb() : base("evidence", "Read every capture again, recompute its digest, and look for every quote again: a fixity check.")
    {
        Add(_record);
        Add(_everything);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["archive audit evidence", "archive audit evidence visit-2023 --json", "archive audit evidence --everything --page 2"];

    public override IReadOnlyList<string> Notes =>
    [
        "Quotes are exact, ambiguous, missing, altered, erased (as an order to erase says) or unseen (the source had no capture with a text). Exit code 0 where nothing is ambiguous, missing or altered, 1 where something is. Each page is an audit of its own.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var question = new AuditEvidence(run.Parsed.GetValue(_record), _page.Read(run.Parsed), run.Parsed.GetValue(_everything));
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var outcome = await run.Terminal.WithProgressAsync("Auditing", bar => archive.AskAsync(question with { Progress = new Steps(bar) }, run.Cancellation));
        if (outcome is not Outcome<EvidenceAudit>.Ok { Value: var audit })
            return run.Complain(Complaint.Of(outcome));
        run.Answer(audit, AuditSheet.Show);
        return audit.Sound ? ExitCode.Ok : ExitCode.Refused;
    }

    private sealed class Steps(IProgress<(long Done, long Total)> bar) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => bar.Report((value.Bytes, value.Total));
    }
}
