using System.CommandLine;
using Archive.Backups;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Sheets;

namespace Archive.Cli.Verbs.Backups;

internal sealed class RestoreVerb : Verb
{
    private const string Forms = "ENTRY, ENTRY:LEAFHASH or none";

    private readonly Argument<string> _folder = new("DIR") { Description = "The folder of the backup." };
    private readonly Option<string?> _known = TextOption.Of(
        "--known", "ENTRY", $"The latest entry of the archive that anybody has seen, in an answer, a citation or a checkpoint: {Forms}.");

    public RestoreVerb() : base("restore", "Fill an empty archive from a backup.")
    {
        Add(_folder);
        Add(_known);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive restore /srv/backups/2026-11-24 --known 252",
        "archive restore /srv/backups/2026-11-24 --known 252:aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00",
        "archive restore /srv/backups/2026-11-24 --known none",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        The place is the one that ARCHIVE_POSTGRES or ARCHIVE_HOME names; it must have no entries. The whole backup is checked before anything is
        written. Killed half-way, the same command goes on; until then the archive is opened for nothing else.
        """,
        """
        Entries that somebody has seen and the backup does not have are lost. New ones would get their numbers, and say something else: so the archive
        then goes on under a new log name that cites the old one. Answers as of the entries that are left keep the old name and their digests.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var folder = run.Parsed.GetRequiredValue(_folder);
        var manifest = await BackupManifest.ReadAsync(folder, run.Cancellation);
        if (manifest is not Outcome<BackupManifest>.Ok { Value: var held })
            return run.Complain(Complaint.Of(manifest));
        var known = await KnownAsync(run, held);
        var outcome = await run.Terminal.WithProgressAsync(
            "Restoring", bar => run.Around.Archives.RestoreAsync(new RestoreBackup(folder, known, new BackupSteps(bar)), run.Cancellation));
        return outcome is Outcome<RestoredArchive>.Ok { Value: var restored }
            ? run.Answer(restored, BackupSheet.Show)
            : run.Complain(Complaint.Of(outcome));
    }

    private async Task<KnownEntry> KnownAsync(Invocation run, BackupManifest held)
    {
        var text = run.Parsed.GetValue(_known) ?? (run.Terminal.MayAsk ? await AskAsync(run, held) : null);
        if (text is null)
        {
            throw new UsageException(
                $"Say with --known which entry is the latest of {held.Log.Name} that anybody has seen ({Forms}). The backup ends with entry {held.Events}: where more was seen, it is lost, and new entries must not silently get its numbers.");
        }

        return KnownEntry.TryParse(text, out var known) ? known : throw new UsageException($"'{text}' is no known entry: write {Forms}, such as 252; a leaf hash has 64 lower-case hexadecimal digits.");
    }

    private static Task<string?> AskAsync(Invocation run, BackupManifest held)
    {
        run.Terminal.Say($"""
            The backup of {held.Log.Name} ends with entry {held.Events}. Where somebody has seen a later entry, in an answer, a citation or a checkpoint,
            entries are lost, and the archive goes on under a new log name that cites this one.
            """);
        return run.Terminal.AskAsync($"Which is the latest entry that anybody has seen ({Forms})?", run.Cancellation);
    }
}
