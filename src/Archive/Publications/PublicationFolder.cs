using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.Ledger;

namespace Archive.Publications;

/// <summary>
/// The folder of a published log, which any web server can serve as it is. One process writes it at a time. The checkpoint is written last: what a reader
/// finds through it is there, whenever the writing stops.
/// </summary>
internal sealed class PublicationFolder : IDisposable
{
    private static readonly string[] Own = [PublicationLayout.Tiles, PublicationLayout.Unfinished, PublicationLayout.UnfinishedCheckpoint];

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    private bool _isFinished;

    private PublicationFolder(string path, FileStream file) => (_path, _lock) = (path, file);

    /// <summary>How many files were written.</summary>
    public int Files { get; private set; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; private set; }

    /// <summary>The checkpoint that stands there; null where the log was not published there yet.</summary>
    public byte[]? Checkpoint { get; private init; }

    /// <exception cref="PublicationRefusedException"><c>folder-not-empty</c>, <c>publication-busy</c>.</exception>
    public static PublicationFolder Open(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (File.Exists(path))
            throw new PublicationRefusedException("folder-not-empty", $"'{folder}' is a file. Name a folder: a new or empty one, or one that this log was published in.");
        var checkpoint = Path.Combine(path, PublicationLayout.Checkpoint);
        if (!File.Exists(checkpoint) && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).FirstOrDefault(entry => !Own.Contains(Path.GetFileName(entry), StringComparer.Ordinal)) is { } other)
        {
            throw new PublicationRefusedException(
                "folder-not-empty", $"'{folder}' has something in it that is no published log: {Path.GetFileName(other)}. Name a new or empty folder, or one that this log was published in.");
        }

        Directory.CreateDirectory(path);
        var file = Lock(path);
        try
        {
            // Behind the lock: another process may have finished meanwhile.
            return new PublicationFolder(path, file) { Checkpoint = File.Exists(checkpoint) ? Read(checkpoint) : null };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Write(Tile tile) => Write(tile.Address.ToPath(), tile.Hashes.Span);

    /// <param name="address">Of the tile of level 0 that has the entries' leaf hashes.</param>
    /// <param name="entries">Their leaf data.</param>
    public void WriteEntries(TileAddress address, IReadOnlyCollection<ReadOnlyMemory<byte>> entries) => Write(address.ToEntriesPath(), EntryBundle.Of(entries));

    /// <summary>Puts the checkpoint in the place of the one that stands there, when all else is on the disk.</summary>
    public void Finish(SignedNote note)
    {
        foreach (var folder in _touched)
            DurableFile.FlushFolder(folder);
        var bytes = System.Text.Encoding.UTF8.GetBytes(note.ToString());
        _lock.SetLength(0);
        _lock.Write(bytes);
        _lock.Flush(flushToDisk: true);
        File.Delete(Path.Combine(_path, PublicationLayout.Unfinished));
        // Elsewhere the lock goes with the name, so that nobody else can open what became the checkpoint; Windows renames nothing that is open.
        if (OperatingSystem.IsWindows())
            _lock.Dispose();
        File.Move(Path.Combine(_path, PublicationLayout.UnfinishedCheckpoint), Path.Combine(_path, PublicationLayout.Checkpoint), overwrite: true);
        _lock.Dispose();
        _isFinished = true;
        DurableFile.FlushFolder(_path);
        (Files, Bytes) = (Files + 1, Bytes + bytes.Length);
    }

    /// <summary>Takes away the partial tiles and bundles of a tile that is full by now, which readers take instead (C2SP tlog-tiles, partial tiles).</summary>
    public void DropPartial(TileAddress full)
    {
        Drop(full.ToPath());
        if (full.Level == 0)
            Drop(full.ToEntriesPath());
    }

    public void Dispose()
    {
        // Finished, the folder is the next one's, who may be writing by now.
        if (_isFinished)
            return;
        File.Delete(Path.Combine(_path, PublicationLayout.Unfinished));
        if (!OperatingSystem.IsWindows())
            File.Delete(Path.Combine(_path, PublicationLayout.UnfinishedCheckpoint));
        _lock.Dispose();
    }

    private void Drop(string fullPath)
    {
        var folder = Path.Combine(_path, fullPath + ".p");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private void Write(string relative, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_path, relative);
        for (var folder = Path.GetDirectoryName(path)!; folder.Length >= _path.Length && _touched.Add(folder); folder = Path.GetDirectoryName(folder)!)
            Directory.CreateDirectory(folder);
        DurableFile.Write(Path.Combine(_path, PublicationLayout.Unfinished), path, bytes);
        (Files, Bytes) = (Files + 1, Bytes + bytes.Length);
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(Path.Combine(path, PublicationLayout.UnfinishedCheckpoint), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (File.Exists(Path.Combine(path, PublicationLayout.UnfinishedCheckpoint)))
        {
            throw new PublicationRefusedException("publication-busy", $"Another process publishes into '{path}' just now. Let it end, then run this again.");
        }
    }

    private static byte[] Read(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[CheckpointNote.MaxLength];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
