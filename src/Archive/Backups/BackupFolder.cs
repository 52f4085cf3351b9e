using System.Text.Json;
using Archive.Domain.Events;
using Archive.Postgres;

namespace Archive.Backups;

/// <summary>The folder that a backup is written into: new or empty, and its owner's alone. What was not finished is taken away again.</summary>
internal sealed class BackupFolder(string path, long fullFile = BackupLayout.FullFile) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new(ArchiveJson.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly List<BackupFile> _files = [];
    private readonly List<string> _parts = [];
    private BackupFileWriter? _writer;
    private bool _isOurs;

    /// <exception cref="BackupRefusedException"><c>folder-not-empty</c>.</exception>
    public void Create()
    {
        if (File.Exists(Path.Combine(path, BackupLayout.Manifest)))
            throw new BackupRefusedException("folder-not-empty", $"'{path}' holds a backup already. Name a new or empty folder for each; an old backup is never changed.");
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new BackupRefusedException("folder-not-empty", $"'{path}' has something in it; without a {BackupLayout.Manifest} it may be a backup that was interrupted. Name a new or empty folder.");
        BackupLayout.CreateFolder(path);
        _isOurs = true;
    }

    public async Task WriteAsync(BackupEvent line, CancellationToken cancellationToken)
    {
        if (_writer?.Length >= fullFile)
            await CloseFileAsync(cancellationToken);
        _writer ??= new BackupFileWriter(Path.Combine(path, BackupLayout.EventFile(_files.Count + 1)));
        await _writer.WriteAsync(line, cancellationToken);
    }

    /// <summary>Writes a file of lines of its own.</summary>
    public async Task<BackupPart> WritePartAsync<TLine>(string name, IAsyncEnumerable<TLine> lines, CancellationToken cancellationToken)
    {
        _parts.Add(name);
        await using var writer = new BackupFileWriter(Path.Combine(path, name));
        await foreach (var line in lines.WithCancellation(cancellationToken))
            await writer.WriteAsync(line, cancellationToken);
        var file = await writer.CloseAsync(cancellationToken);
        return new BackupPart(file.Name, file.Sha256, file.Bytes, file.Events);
    }

    /// <summary>Writes a content's bytes, in memory that does not grow with them.</summary>
    public async Task WriteContentAsync(string digest, Stream bytes, CancellationToken cancellationToken)
    {
        var name = Path.Combine(path, BackupLayout.ContentFile(digest));
        BackupLayout.CreateFolder(Path.Combine(path, BackupLayout.ContentFolder));
        BackupLayout.CreateFolder(Path.GetDirectoryName(name)!);
        await using var file = BackupLayout.Create(name);
        await bytes.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>What was written of a content that turned out to be none.</summary>
    public void TakeContentBack(string digest) => File.Delete(Path.Combine(path, BackupLayout.ContentFile(digest)));

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

        foreach (var part in _parts)
        {
            File.Delete(Path.Combine(path, part));
            File.Delete(Path.Combine(path, part + BackupLayout.Unfinished));
        }

        File.Delete(Path.Combine(path, BackupLayout.Manifest + BackupLayout.Unfinished));
        var contents = Path.Combine(path, BackupLayout.ContentFolder);
        if (Directory.Exists(contents))
            Directory.Delete(contents, recursive: true);
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
        string[] folders = [Path.GetFullPath(path), .. Directory.EnumerateDirectories(Path.GetFullPath(path), "*", SearchOption.AllDirectories)];
        if (!OperatingSystem.IsWindows() && await Execution.RunAsync(["sync", .. folders], cancellationToken) is { Succeeded: false } failed)
            throw new IOException($"The backup in '{path}' could not be written to disk: {failed.Output}");
    }
}
