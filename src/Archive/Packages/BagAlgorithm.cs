using System.Security.Cryptography;

namespace Archive.Packages;

/// <summary>Digests that manifests are made of (RFC 8493, section 2.4).</summary>
/// <param name="Name">As manifests are named.</param>
/// <param name="Digits">Hexadecimal digits of a digest.</param>
/// <param name="IsWeak">Whether other bytes of the same digest can be made on purpose.</param>
/// <param name="Hash">The runtime's; null of <see cref="Sha224"/>.</param>
internal sealed record BagAlgorithm(string Name, int Digits, bool IsWeak, HashAlgorithmName? Hash)
{
    private static readonly BagAlgorithm[] Known =
    [
        new("md5", 32, true, HashAlgorithmName.MD5),
        new("sha1", 40, true, HashAlgorithmName.SHA1),
        new("sha224", 56, false, null),
        new("sha256", 64, false, HashAlgorithmName.SHA256),
        new("sha384", 96, false, HashAlgorithmName.SHA384),
        new("sha512", 128, false, HashAlgorithmName.SHA512),
    ];

    /// <summary>The one that the archive makes.</summary>
    public static BagAlgorithm Sha256 { get; } = Find("sha256")!;

    public static BagAlgorithm? Find(string name) => Array.Find(Known, algorithm => algorithm.Name == name);
}
