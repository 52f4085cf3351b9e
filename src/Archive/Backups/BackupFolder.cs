using System.Text.Json;
using Archive.Domain.Events;
using Archive.Postgres;

namespace Archive.Backups;

/// <summary>The folder that a backup is written into: new or empty, and its owner's alone. What was not finished is taken away again.</summary>
internal sealed class BackupFolder(string path, long fullFile = BackupLayout.FullFile) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new(ArchiveJson.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly List<BackupFile> _files = [];
    private BackupFileWriter? _writer;
    private bool _isOurs;

    /// <exception cref="BackupRefusedException"><c>folder-not-empty</c>.</exception>
    public void Create()
    {
        if (File.Exists(Path.Combine(path, BackupLayout.Manifest)))
            throw new BackupRefusedException("folder-not-empty", $"'{path}' holds a backup already. Name a new or empty folder for each; an old backup is never changed.");
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new BackupRefusedException("folder-not-empty", $"'{path}' has something in it; without a {BackupLayout.Manifest} it may be a backup that was interrupted. Name a new or empty folder.");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, BackupLayout.FolderMode);
        _isOurs = true;
    }

    public async Task WriteAsync(BackupEvent line, CancellationToken cancellationToken)
    {
        if (_writer?.Length >= fullFile)
            await CloseFileAsync(cancellationToken);
        _writer ??= new BackupFileWriter(Path.Combine(path, BackupLayout.EventFile(_files.Count + 1)));
        await _writer.WriteAsync(line, cancellationToken);
    }

    /// <summary>Ends the last file, then writes the manifest: from then on it is a backup.</summary>
    /// <param name="describe">The manifest of these files.</param>
    public async Task<BackupManifest> FinishAsync(Func<IReadOnlyList<BackupFile>, BackupManifest> describe, CancellationToken cancellationToken)
    {
        await CloseFileAsync(cancellationToken);
        await SyncAsync(cancellationToken);
        var manifest = describe(_files).WithDigest();
        var name = Path.Combine(path, BackupLayout.Manifest);
        await using (var file = BackupLayout.Create(name + BackupLayout.Unfinished))
        {
            await JsonSerializer.SerializeAsync(file, manifest, Indented, cancellationToken);
            await file.WriteAsync("\n"u8.ToArray(), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(name + BackupLayout.Unfinished, name, overwrite: false);
        _isOurs = false;
        await SyncAsync(cancellationToken);
        return manifest;
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        // What was there before is not ours to take away, nor is a whole backup.
        if (!_isOurs)
            return;
        foreach (var number in Enumerable.Range(1, _files.Count + 1))
        {
            File.Delete(Path.Combine(path, BackupLayout.EventFile(number)));
            File.Delete(Path.Combine(path, BackupLayout.EventFile(number) + BackupLayout.Unfinished));
        }

        File.Delete(Path.Combine(path, BackupLayout.Manifest + BackupLayout.Unfinished));
    }

    private async Task CloseFileAsync(CancellationToken cancellationToken)
    {
        if (_writer is not { } writer)
            return;
        _files.Add(await writer.CloseAsync(cancellationToken));
        _writer = null;
        await writer.DisposeAsync();
    }

    /// <summary>A name is durable only with its folder, which the runtime cannot open to flush.</summary>
    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows() && await Execution.RunAsync(["sync", Path.GetFullPath(path)], cancellationToken) is { Succeeded: false } failed)
            throw new IOException($"The backup in '{path}' could not be written to disk: {failed.Output}");
    }
}
