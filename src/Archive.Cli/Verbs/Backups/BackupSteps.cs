using Archive.Backups;

namespace Archive.Cli.Verbs.Backups;

/// <summary>Moves the bar of a backup or a restore.</summary>
internal sealed class BackupSteps(IProgress<(long Done, long Total)> bar) : IProgress<BackupProgress>
{
    public void Report(BackupProgress value) => bar.Report((value.Done, value.Total));
}
