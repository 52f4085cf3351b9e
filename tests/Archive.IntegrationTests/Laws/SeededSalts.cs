using System.Security.Cryptography;
using Archive.Commands;

namespace Archive.IntegrationTests.Laws;

/// <summary>The same salts in the same order, for archives that are to have the same leaves.</summary>
internal sealed class SeededSalts : ISaltSource
{
    private int _count;

    public byte[] Next() => SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref _count)));
}
