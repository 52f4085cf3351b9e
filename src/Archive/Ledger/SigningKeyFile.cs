using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>A private key in a file: one line as <see cref="SigningKey"/> writes it. Who may read the file is for the caller to judge.</summary>
internal static class SigningKeyFile
{
    /// <summary>In bytes; a key's line has fewer: a name of 255 characters and 60 more.</summary>
    private const int Longest = 1_024;

    /// <summary>Makes a key of a name and its file, of mode 0600, which is on the disk when this returns.</summary>
    /// <param name="name">See <see cref="KeyName"/>.</param>
    /// <param name="type">What it is to sign.</param>
    /// <param name="place">Where its file is to be; nothing is there.</param>
    /// <exception cref="IOException">Something is there, or nothing can be written there.</exception>
    public static VerifierKey Make(string name, NoteKeyType type, Func<VerifierKey, string> place)
    {
        var seed = RandomNumberGenerator.GetBytes(VerifierKey.KeyLength);
        byte[] line = [];
        try
        {
            using var key = new SigningKey(name, type, seed);
            line = Encoding.UTF8.GetBytes(key.ToFile());
            var path = place(key.Verifier);
            // By the key's own id: two who make one at once never put the other's in place, and what a crash left stands in nobody's way.
            DurableFile.WritePrivate(string.Create(CultureInfo.InvariantCulture, $"{path}.{key.Verifier.Id:x8}.new"), path, line);
            return key.Verifier;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
            CryptographicOperations.ZeroMemory(line);
        }
    }

    /// <returns>The key, which the caller disposes of; null where the file holds none.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SigningKey? Find(string path)
    {
        using var file = File.OpenHandle(path);
        var bytes = new byte[Longest + 1];
        try
        {
            var length = 0;
            while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), length) is > 0 and var read)
                length += read;
            return length <= Longest && SigningKey.TryParse(Encoding.UTF8.GetString(bytes, 0, length), out var key) ? key : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
