namespace Archive.Backups;

/// <summary>A line in a file of a backup.</summary>
internal readonly record struct LinePlace(string File, long Line)
{
    public BackupRefusedException Damaged(string what) => BackupLines.Damaged(File, Line, what);
}
