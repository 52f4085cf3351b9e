using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archive.Domain.Ledger.Notes;

/// <summary>The head of a tree (C2SP tlog-checkpoint), the text of a signed note: log name, size and root, a line each.</summary>
/// <param name="Origin">The log name.</param>
/// <param name="Size">Leaves of the tree: the number of its last entry.</param>
/// <param name="Root">Root of the tree.</param>
/// <param name="Extensions">Further lines, which the archive's own have none of; nobody vouches for what they say.</param>
public sealed record Checkpoint(string Origin, long Size, Sha256Digest Root, ValueList<string> Extensions)
{
    public Checkpoint(string origin, long size, Sha256Digest root) : this(origin, size, root, [])
    {
    }

    /// <param name="text">Text of a note, without signatures.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (text.Split('\n') is not [{ Length: > 0 } origin, var number, var encoded, .. var extensions, ""] || extensions.Contains("", StringComparer.Ordinal))
            return false;
        Span<byte> root = stackalloc byte[Sha256Digest.Length];
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !Convert.TryFromBase64String(encoded, root, out var written) || written != root.Length)
            return false;
        var read = new Checkpoint(origin, size, new Sha256Digest(root), [.. extensions]);
        // One form only: no leading zeroes, no spare bits or spaces in base64.
        if (read.ToText() != text)
            return false;
        checkpoint = read;
        return true;
    }

    /// <summary>What is signed.</summary>
    public string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.ToArray())}\n{string.Concat(Extensions.Select(line => $"{line}\n"))}");
}
