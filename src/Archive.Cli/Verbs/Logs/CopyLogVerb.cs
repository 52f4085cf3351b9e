using Archive.Cli.Complaints;
using Archive.Cli.Sheets;
using Archive.LogCopies;

namespace Archive.Cli.Verbs.Logs;

internal sealed class CopyLogVerb : Verb
{
    private readonly LogEndOptions _ends = new();

    public CopyLogVerb() : base("copy", "Move the whole archive to another event log, while it is in use.") => _ends.AddTo(this);

    public override IReadOnlyList<string> Examples =>
    [
        "archive log copy --from postgres --to eventstoredb",
        "archive log copy --from eventstoredb --to postgres",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        LogEndOptions.Note,
        """
        Entry numbers, recorded times and leaf hashes stay the same. The place to copy into must be empty. When all is copied, the old log is closed for ever, and
        what came meanwhile is copied: every process that still records there is refused with log-closed, and goes on when it is started with the new
        settings. Killed at any moment, the same command goes on.
        """,
        """
        First end all processes of builds that have no 'archive log': they do not know that a log can be closed. Nothing is removed. Coming back to postgres, the
        closed log there is kept under another name; on EventStoreDB another ARCHIVE_EVENTSTORE_PREFIX is needed.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var ends = _ends.Of(run.Parsed);
        var outcome = await run.Terminal.WithProgressAsync("Copying", bar => run.Around.Archives.CopyLogAsync(ends, new LogSteps(bar), run.Cancellation));
        return outcome is Outcome<CopiedLog>.Ok { Value: var copied } ? run.Answer(copied, LogSheet.Show) : run.Complain(Complaint.Of(outcome));
    }
}
