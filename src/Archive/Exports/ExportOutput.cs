using System.Security.Cryptography;

namespace Archive.Exports;

/// <summary>Where an export goes: on to a stream, counted and digested on the way, so that nobody has to read it again to know its digest.</summary>
internal sealed class ExportOutput(Stream to, CancellationToken cancellationToken) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Length { get; private set; }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        _hash.AppendData(bytes.Span);
        Length += bytes.Length;
        await to.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>SHA-256 of everything written, lower-case hex.</summary>
    public async Task<string> EndAsync()
    {
        await to.FlushAsync(cancellationToken);
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public void Dispose() => _hash.Dispose();
}
