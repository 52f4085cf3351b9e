using Archive.Cli.Complaints;
using Archive.Cli.Sheets;
using Archive.LogCopies;

namespace Archive.Cli.Verbs.Logs;

internal sealed class CompareLogsVerb : Verb
{
    private readonly LogEndOptions _ends = new();

    public CompareLogsVerb() : base("compare", "Compare two event logs, event by event.") => _ends.AddTo(this);

    public override IReadOnlyList<string> Examples =>
    [
        "archive log compare --from postgres --to eventstoredb",
        "archive log compare --from postgres --to eventstoredb --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        LogEndOptions.Note,
        """
        Compared are entry numbers, ids, streams, revisions, types, data in canonical form, metadata and leaf hashes. Each log is read up to where it ended when the
        command began, whether it is in use, closed or being filled. It ends with 0 where the logs are equal and with 1 where they differ; the first
        difference is told. A log that went on since it was copied differs behind the copy's last entry.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var ends = _ends.Of(run.Parsed);
        var outcome = await run.Terminal.WithProgressAsync("Comparing", bar => run.Around.Archives.CompareLogsAsync(ends, new LogSteps(bar), run.Cancellation));
        if (outcome is not Outcome<ComparedLogs>.Ok { Value: var compared })
            return run.Complain(Complaint.Of(outcome));
        run.Answer(compared, LogSheet.Show);
        return compared.Equal ? ExitCode.Ok : ExitCode.Refused;
    }
}
