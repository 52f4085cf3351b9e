using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EventStore.Client;

/// <summary>The certificates that a connection string names by their files.</summary>
internal static class CertificateFiles
{
    /// <summary>An authority's certificate, PEM or DER.</summary>
    public static X509Certificate2 Authority(string path) => Load("tlsCaFile", () => X509CertificateLoader.LoadCertificateFromFile(path));

    /// <summary>A certificate and its key, both PEM, or null when neither is named.</summary>
    public static X509Certificate2? Client(string certificate, string key) => (certificate, key) switch
    {
        ("", "") => null,
        ("", _) or (_, "") => throw new InvalidClientCertificateException("One of userCertFile and userKeyFile is missing. Give both or neither."),
        _ => Load("userCertFile with userKeyFile", () => X509Certificate2.CreateFromPemFile(certificate, key)),
    };

    private static X509Certificate2 Load(string what, Func<X509Certificate2> load)
    {
        try
        {
            return load();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException)
        {
            throw new InvalidClientCertificateException($"{what} cannot be read. Give the path of a certificate that this process may read.", failure);
        }
    }
}
