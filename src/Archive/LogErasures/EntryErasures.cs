using System.Text.Json;
using Archive.Domain.Erasures;
using Archive.Domain.Ledger;
using Archive.EventLog;
using Archive.Ledger;
using Archive.LogCopies;

namespace Archive.LogErasures;

/// <summary>
/// What an erasure takes out of a log that is copied: of its entries the payload and its salt, and of every event of their commands the fingerprint, from which
/// a word could be guessed. Entry, leaf, metadata digest and whatever is proven by them stay the same.
/// </summary>
internal sealed class EntryErasures(IReadOnlyCollection<LedgerEntry> entries, ErasureReason reason, string reference)
{
    private readonly Dictionary<long, LedgerEntry> _entries = entries.ToDictionary(entry => entry.Id);
    private readonly HashSet<(string Stream, Guid Command)> _commands = [.. entries.Select(entry => (entry.Stream, entry.Command))];

    /// <summary>What the new log says of itself while it is filled from a log of an id.</summary>
    public string MarkOf(Guid log) => LogState.CopyWithout(
        log, $"entries {string.Join(", ", _entries.Keys.Order())}, {JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString())}, '{reference}'");

    /// <summary>The event as it is to stand in the new log. One that was erased before stays as it is.</summary>
    /// <exception cref="LogRefusedException"><c>log-diverged</c>: the log has another event there than the ledger.</exception>
    public NumberedEvent Erase(NumberedEvent there)
    {
        var logged = there.Logged;
        if (_commands.Contains((logged.Stream, logged.Metadata.Command)))
            logged = logged with { Metadata = logged.Metadata with { Fingerprint = EventMetadata.Erased } };
        if (_entries.TryGetValue(there.Entry, out var entry) && logged.Metadata.PayloadSalt is not null)
        {
            if (entry.EventId != logged.Id || entry.LeafHash != there.LeafHash)
                throw new LogRefusedException(new("log-diverged", $"Entry {entry.Id} of the log is not the ledger's: the event {logged.Id} is there, and not {entry.EventId}. Nothing was erased. Look with 'archive status' which log the ledger is made from."));
            logged = logged with
            {
                Data = ErasedForm.Write(new ErasedPayload(Sha256Digest.Parse(entry.PayloadDigest), reason, reference)),
                Metadata = logged.Metadata with { PayloadSalt = null },
            };
        }

        return there with { Logged = logged };
    }
}
