using System.Security.Cryptography;

namespace Archive.Packages;

/// <summary>A digest that is made as bytes come.</summary>
internal sealed class RunningDigest : IDisposable
{
    private readonly IncrementalHash? _hash;
    private readonly Sha224? _sha224;

    public RunningDigest(BagAlgorithm algorithm)
    {
        if (algorithm.Hash is { } name)
            _hash = IncrementalHash.CreateHash(name);
        else
            _sha224 = new Sha224();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash?.AppendData(bytes);
        _sha224?.Append(bytes);
    }

    /// <summary>Lower-case hex.</summary>
    public string End() => Convert.ToHexStringLower(_hash?.GetHashAndReset() ?? _sha224!.End());

    public void Dispose() => _hash?.Dispose();
}
