using System.CommandLine;
using Archive.Backups;
using Archive.Cli.Complaints;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;

namespace Archive.Cli.Verbs.Backups;

internal sealed class BackupVerb : Verb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder to write, new or empty." };

    public BackupVerb() : base("backup", "Write every event of the log into a folder, while everything runs.") => Add(_folder);

    public override IReadOnlyList<string> Examples => ["archive backup /srv/backups/2026-11-24"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        The backup ends with the last event that was there when it began. It is whole when manifest.json is there, which is written last. Only its owner
        may read it: it holds what is closed to readers. Keep its last entry and leaf hash elsewhere too: archive restore asks for the latest that is known.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var folder = run.Parsed.GetRequiredValue(_folder);
        await using var archive = await run.OpenAsync(Freshness.AsProjected);
        var outcome = await run.Terminal.WithProgressAsync("Backing up", bar => archive.AskAsync(new WriteBackup(folder, new BackupSteps(bar)), run.Cancellation));
        return outcome is Outcome<WrittenBackup>.Ok { Value: var written }
            ? run.Answer(written, BackupSheet.Show)
            : run.Complain(Complaint.Of(outcome));
    }
}
