using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Archive.Domain.Ledger;

namespace Archive.Backups;

/// <summary>
/// The latest entry that anybody has seen of the archive that a backup is of: in an answer, a citation, a checkpoint. Whether the backup reaches
/// it decides whether entries were lost.
/// </summary>
/// <param name="Number">Its number; 0 where nobody has seen any.</param>
/// <param name="LeafHash">Its leaf hash, where that is known.</param>
public sealed record KnownEntry(long Number, string? LeafHash)
{
    public static readonly KnownEntry None = new(0, null);

    /// <summary>Reads <c>none</c>, <c>57</c> or <c>57:LEAFHASH</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KnownEntry? known)
    {
        known = null;
        if (text == "none")
            known = None;
        else if (text.Split(':') is [var digits, ..] parts && parts.Length <= 2
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            known = parts.Length == 1 ? new KnownEntry(number, null) : Sha256Digest.TryParse(parts[1], out _) ? new KnownEntry(number, parts[1]) : null;
        return known is not null;
    }
}
