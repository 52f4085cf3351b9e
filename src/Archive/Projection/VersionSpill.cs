using System.Text.Json;
using Archive.Domain.Events;
using Microsoft.Win32.SafeHandles;

namespace Archive.Projection;

/// <summary>
/// A nameless file for open versions that memory has no room for while read models are filled from zero. Nothing in it outlives the process. It only
/// grows: what was taken out again stays as waste until it is disposed of.
/// </summary>
internal sealed class VersionSpill<TVersion> : IDisposable
    where TVersion : class, IVersion
{
    private const int BufferSize = 1 << 20;

    private readonly SafeFileHandle _file = File.OpenHandle(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose | FileOptions.RandomAccess);

    private readonly Dictionary<string, (long At, int Length)> _places = new(StringComparer.Ordinal);
    private readonly byte[] _buffer = new byte[BufferSize];
    private long _written;
    private int _pending;

    public void Put(TVersion version)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(version, ArchiveJson.Options);
        _places[version.Stream] = (_written + _pending, json.Length);
        if (_pending + json.Length > BufferSize)
        {
            RandomAccess.Write(_file, _buffer.AsSpan(0, _pending), _written);
            _written += _pending;
            _pending = 0;
        }

        if (json.Length > BufferSize)
        {
            RandomAccess.Write(_file, json, _written);
            _written += json.Length;
        }
        else
        {
            json.CopyTo(_buffer, _pending);
            _pending += json.Length;
        }
    }

    /// <returns>The version of a stream, which is then no longer here, or null.</returns>
    public TVersion? Take(string stream) =>
        _places.Remove(stream, out var place) ? Read(place) : null;

    /// <summary>All that is left, read one by one.</summary>
    public IEnumerable<TVersion> ReadAll() => _places.Values.OrderBy(place => place.At).Select(Read);

    public void Dispose() => _file.Dispose();

    private TVersion Read((long At, int Length) place)
    {
        if (place.At >= _written)
            return Parse(_buffer.AsSpan((int)(place.At - _written), place.Length));
        var json = new byte[place.Length];
        for (var read = 0; read < json.Length;)
        {
            var got = RandomAccess.Read(_file, json.AsSpan(read), place.At + read);
            read += got > 0 ? got : throw new EndOfStreamException("The file of spilt versions is shorter than what was written to it.");
        }

        return Parse(json);
    }

    private static TVersion Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<TVersion>(json, ArchiveJson.Options)!;
}
