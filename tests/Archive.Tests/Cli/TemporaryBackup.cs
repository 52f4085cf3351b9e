namespace Archive.Tests.Cli;

/// <summary>A folder with the manifest of schemas/backup, which is all that a restore reads before it asks.</summary>
internal sealed class TemporaryBackup : IDisposable
{
    public TemporaryBackup() => File.Copy(RepositoryRoot.File("schemas", "backup", "manifest.v1.example.json"), Path.Combine(Folder, "manifest.json"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("archive-backup-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
