using System.Text;
using Archive.Domain.Ledger;

namespace Archive.Evidence;

/// <summary>What the store has of something that is kept.</summary>
/// <param name="Digest">Salted digest, lower-case hex: what the event names it by.</param>
/// <param name="Salt">Its salt.</param>
/// <param name="Content">Canonical JSON.</param>
internal sealed record KeptRow(string Digest, byte[] Salt, string Content)
{
    /// <exception cref="WordsAlteredException">The content is not what the digest says.</exception>
    public static KeptRow Read(string digest, byte[] salt, byte[] content) =>
        IsOf(digest, salt, content) ? new KeptRow(digest, salt, Encoding.UTF8.GetString(content)) : throw new WordsAlteredException(digest);

    /// <summary>Of the very bytes: what is stored is canonical already, and what no longer is JSON at all is to be told like any other change.</summary>
    public static bool IsOf(string digest, byte[] salt, byte[] content) => Sha256Digest.Of([.. salt, .. content]).ToString() == digest;
}
