using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Domain.Events;

namespace Archive.Backups;

/// <summary>Writes one file of lines under a name that nobody reads; it gets its own when all of it is on the disk.</summary>
internal sealed class BackupFileWriter : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly SHA256 _sha = SHA256.Create();
    private readonly CryptoStream _hashed;
    private readonly GZipStream _zipped;
    private long _lines;

    public BackupFileWriter(string path)
    {
        _path = path;
        _file = BackupLayout.Create(path + BackupLayout.Unfinished);
        _hashed = new CryptoStream(_file, _sha, CryptoStreamMode.Write, leaveOpen: true);
        _zipped = new GZipStream(_hashed, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>How many bytes its lines have, before compression.</summary>
    public long Length { get; private set; }

    public async Task WriteAsync<TLine>(TLine line, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(line, ArchiveJson.Options);
        await _zipped.WriteAsync(json, cancellationToken);
        await _zipped.WriteAsync("\n"u8.ToArray(), cancellationToken);
        Length += json.Length + 1;
        _lines++;
    }

    public async Task<BackupFile> CloseAsync(CancellationToken cancellationToken)
    {
        await _zipped.DisposeAsync();
        await _hashed.FlushFinalBlockAsync(cancellationToken);
        _file.Flush(flushToDisk: true);
        var bytes = _file.Length;
        await _file.DisposeAsync();
        File.Move(_path + BackupLayout.Unfinished, _path, overwrite: false);
        return new BackupFile(Path.GetFileName(_path), Convert.ToHexStringLower(_sha.Hash!), bytes, _lines);
    }

    public async ValueTask DisposeAsync()
    {
        await _zipped.DisposeAsync();
        await _hashed.DisposeAsync();
        await _file.DisposeAsync();
        _sha.Dispose();
    }
}
