using System.Text;
using Archive.Cli.Complaints;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>Files that are given to be verified, from anywhere.</summary>
internal static class ProofInput
{
    private const int LongestText = 1 << 20;

    /// <summary>The bytes of a file up to one more than a proof may have, which tells that it is none.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken) =>
        BoundedInput.BeginningOfAsync(path, ProofFile.MaxLength + 1, cancellationToken);

    /// <exception cref="UsageException">It cannot be read, is too long, or is no text.</exception>
    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await BoundedInput.BeginningOfAsync(path, LongestText + 1, cancellationToken);
        if (bytes.Length > LongestText)
            throw new UsageException($"'{path}' has more than {LongestText:N0} bytes: it is no checkpoint or key.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"'{path}' is not text in UTF-8.");
        }
    }
}
