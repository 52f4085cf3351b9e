using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Domain.Packages;
using Archive.Ledger;

namespace Archive.Packages;

/// <summary>Writes a bag beside its place and puts it there when it is whole: an export that was interrupted never looks like a bag.</summary>
internal sealed class BagWriter : IDisposable
{
    private readonly string _place;
    private readonly string _unfinished;
    private readonly SortedDictionary<string, string> _digests = new(StringComparer.Ordinal);
    private long _bytes;

    private BagWriter(string place, string unfinished) => (_place, _unfinished) = (place, unfinished);

    /// <summary>SHA-256 of what was written of the payload, by path.</summary>
    public IReadOnlyDictionary<string, string> Digests => _digests;

    public long Bytes => _bytes;

    /// <param name="place">A folder that is not there, or empty.</param>
    public static BagWriter Begin(string place)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place));
        var unfinished = string.Create(CultureInfo.InvariantCulture, $"{full}.{Environment.ProcessId}.unfinished");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(Path.Combine(unfinished, "data"));
        return new BagWriter(full, unfinished);
    }

    /// <summary>Whether nothing stands in the way of a bag there.</summary>
    public static bool MayBegin(string place) => !File.Exists(place) && (!Directory.Exists(place) || !Directory.EnumerateFileSystemEntries(place).Any());

    public Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken) => WriteAsync(path, async to => await to.WriteAsync(bytes, cancellationToken), cancellationToken);

    /// <summary>Writes a file of the payload.</summary>
    public async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var full = Path.Combine(_unfinished, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var hash = SHA256.Create();
        await using var file = new FileStream(full, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashed);
            await hashed.FlushFinalBlockAsync(cancellationToken);
        }

        file.Flush(flushToDisk: true);
        _bytes += file.Length;
        _digests.Add(path, Convert.ToHexStringLower(hash.Hash!));
    }

    /// <summary>Where it is until it is finished.</summary>
    public string Unfinished => _unfinished;

    /// <summary>Writes the tag files: the bag is whole.</summary>
    public void Seal(BagStatement statement)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BagDeclaration.File] = BagDeclaration.Own,
            [BagInfo.File] = BagTags.Info(statement, _bytes, _digests.Count),
            [BagNames.Manifest] = BagTags.Manifest(_digests),
        };
        tags[BagNames.TagManifest] = BagTags.Manifest(tags.Select(tag => KeyValuePair.Create(tag.Key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tag.Value))))).ToArray());
        foreach (var (name, text) in tags)
        {
            using var file = new FileStream(Path.Combine(_unfinished, name), FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Puts it in its place.</summary>
    /// <exception cref="IOException">Something is there by now.</exception>
    public void Finish()
    {
        // The bytes are on the disk; the names of the files are when their folders are.
        foreach (var folder in Directory.EnumerateDirectories(_unfinished, "*", SearchOption.AllDirectories).Append(_unfinished))
            DurableFile.FlushFolder(folder);
        if (Directory.Exists(_place))
            Directory.Delete(_place);
        Directory.Move(_unfinished, _place);
        if (Path.GetDirectoryName(_place) is { } parent)
            DurableFile.FlushFolder(parent);
    }

    /// <summary>What was not finished goes.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_unfinished))
            Directory.Delete(_unfinished, recursive: true);
    }
}
