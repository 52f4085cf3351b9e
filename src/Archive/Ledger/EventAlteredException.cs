using System.Globalization;
using Archive.Domain;

namespace Archive.Ledger;

/// <summary>An event of the log is not the one that the ledger has the digests of.</summary>
internal sealed class EventAlteredException(long entry) : AlteredException(string.Create(CultureInfo.InvariantCulture, $"The event of entry {entry} in the log is not the one that the ledger recorded."))
{
    public override Refusal Refusal => new("event-altered", $"{Message} Nothing is proved of it. Run 'archive audit ledger', which names what differs, and restore the log from a backup.");
}
