using System.Text;
using Archive.Cli.Complaints;
using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>Files that are given to be verified, from anywhere.</summary>
internal static class ProofInput
{
    private const int LongestText = 1 << 20;

    /// <summary>The bytes of a file up to one more than a proof may have: what is longer is never read whole, whatever its length says.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, ProofFile.MaxLength, cancellationToken);

    /// <exception cref="UsageException">It cannot be read, is too long, or is no text.</exception>
    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(path, LongestText, cancellationToken);
        if (bytes.Length > LongestText)
            throw new UsageException($"'{path}' has more than {LongestText:N0} bytes: it is no checkpoint or key.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"'{path}' is not text in UTF-8.");
        }
    }

    private static async Task<byte[]> ReadAsync(string path, int longest, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new UsageException($"'{path}' is a folder. Name a file.");
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 81_920, useAsync: true);
            using var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            while (bytes.Length <= longest && await file.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                bytes.Write(buffer, 0, read);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' cannot be read: {e.Message}");
        }
    }
}
