using System.Security.Cryptography;

namespace Archive.Commands;

/// <summary>Salts from the operating system's random number generator.</summary>
internal sealed class RandomSalts : ISaltSource
{
    public byte[] Next() => RandomNumberGenerator.GetBytes(32);
}
