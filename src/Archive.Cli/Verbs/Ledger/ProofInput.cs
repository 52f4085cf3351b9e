using System.Text;
using Archive.Cli.Complaints;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>Files and keys that are given to be verified, from anywhere.</summary>
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

    /// <summary>Verifier keys, each written out or in a file with one a line; empty lines and those that begin with # are passed over.</summary>
    /// <exception cref="UsageException">One is neither.</exception>
    public static async Task<IReadOnlyList<VerifierKey>> ReadKeysAsync(IReadOnlyList<string> given, CancellationToken cancellationToken)
    {
        var keys = new List<VerifierKey>();
        foreach (var one in given)
        {
            if (VerifierKey.TryParse(one, out var key))
                keys.Add(key);
            else if (File.Exists(one))
                keys.AddRange(KeysIn(one, await ReadTextAsync(one, cancellationToken)));
            else
                throw new UsageException($"'{one}' is neither a verifier key (NAME+ID+KEY, as 'archive ledger key' prints it) nor a file of such keys.");
        }

        return [.. keys.Distinct()];
    }

    private static IEnumerable<VerifierKey> KeysIn(string path, string text)
    {
        var (found, number) = (false, 0);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            if (line.StartsWith("PRIVATE+KEY+", StringComparison.Ordinal))
                throw new UsageException($"'{path}' holds a private key. Nobody but the archive needs that one: give its public half, as 'archive ledger key' prints it.");
            if (!VerifierKey.TryParse(line, out var key))
                throw new UsageException($"Line {number} of '{path}' is no verifier key: write NAME+ID+KEY, one a line, as 'archive ledger key' prints it.");
            found = true;
            yield return key;
        }

        if (!found)
            throw new UsageException($"'{path}' holds no key.");
    }

    private static async Task<byte[]> ReadAsync(string path, int longest, CancellationToken cancellationToken)
    {
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
