using Archive.IntegrationTests.Laws;

namespace Archive.IntegrationTests.Backups;

/// <summary>A backup in several files, of which each test has a copy to spoil.</summary>
public sealed class SoundBackup : IAsyncLifetime
{
    private readonly BackupPlace _place = new();

    public async ValueTask InitializeAsync()
    {
        await using var archive = await RandomArchive.CreateAsync(31, 40);
        await _place.WriteAsync(archive);
    }

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }

    internal BackupPlace Copy()
    {
        var copy = new BackupPlace();
        Directory.CreateDirectory(copy.Folder);
        foreach (var file in Directory.EnumerateFiles(_place.Folder, "*", SearchOption.AllDirectories))
        {
            var name = copy.PathOf(Path.GetRelativePath(_place.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(name)!);
            File.Copy(file, name);
        }

        return copy;
    }
}
