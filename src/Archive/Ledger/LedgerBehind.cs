using System.Globalization;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>The ledger has not come to a checkpoint that it once signed.</summary>
internal static class LedgerBehind
{
    public static Refusal Of(Checkpoint last, long entry) => new(
        "ledger-behind-checkpoint",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The ledger ends at entry {entry}, but its last checkpoint is of entry {last.Size}. Nothing is signed or proved until it is past that. While the archive is being projected anew that passes by itself; otherwise entries are missing: restore a backup."));
}
