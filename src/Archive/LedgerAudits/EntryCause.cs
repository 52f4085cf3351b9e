using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>Finds out what became of an event that is not what its entry says: whether the log was changed, or the entry, and how.</summary>
internal sealed class EntryCause(IEventLog log, NpgsqlDataSource database, GenerationStore generation)
{
    /// <param name="entry">The entry.</param>
    /// <param name="there">What the log makes of it now; null where the log ends, or what is there cannot be read.</param>
    /// <param name="unreadable">Why it cannot be read; null where that is not so.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where the log and the entry agree.</returns>
    public async Task<LedgerDifference?> FindAsync(long entry, LedgerEntry? there, string? unreadable, CancellationToken cancellationToken)
    {
        if (await ReadEntryAsync("id = $1", entry, cancellationToken) is not (var text, var was))
            return LedgerDifference.OfRow(LedgerPart.Entry, DifferenceKind.Missing, $"Entry {entry} is not in the read models.", $"{entry}", entry, there?.Stream) with { EventId = there?.EventId };
        if (was is null)
            return LedgerDifference.OfRow(LedgerPart.Entry, DifferenceKind.Changed, $"What the read models have of entry {entry} cannot be read: it was changed.", $"{entry}", entry, there?.Stream) with { EventId = there?.EventId };
        if (!IsWhole(was))
            return OfEntry(entry, was, there, text);
        if (unreadable is not null)
            return OfEvent(entry, was, DifferenceKind.Unreadable, $"The event of entry {entry} was read when it was recorded and cannot be read now: {unreadable}");
        if (there is null)
            return OfEvent(entry, was, DifferenceKind.Missing, $"The log ends before entry {entry}: event {was.EventId} and all after it are not there.");
        if (there.EventId != was.EventId)
            return await OfAnotherAsync(entry, was, there, cancellationToken);
        if (Json(there) == Json(was))
            return null;
        var members = DocumentDifference.MembersOf(Json(was), Json(there));
        if (members is ["/envelopeDigest"] && was.EnvelopeDigest is not null)
            return OfEvent(entry, was, DifferenceKind.Changed, $"What stands beside the event of entry {entry} (its time, index, count or fingerprint) is not what it was when it was recorded: it was changed in the log, or its digest in the entry.") with { Members = members };
        // An entry that was forged whole, leaf and all, is told from a changed log by the tree.
        if (there.LeafHash != was.LeafHash && await FindLeafInTreeAsync(entry, cancellationToken) == there.LeafHash)
            return OfEntry(entry, was, there, text);
        return there.LeafHash == was.LeafHash && there.EnvelopeDigest == was.EnvelopeDigest || was.EnvelopeDigest is null
            ? OfEntry(entry, was, there, text)
            : OfEvent(entry, was, DifferenceKind.Changed, $"The event of entry {entry} was changed in the log: {WordsOf(members)}.") with { Members = members, Expected = was.LeafHash, Found = there.LeafHash };
    }

    private async Task<string?> FindLeafInTreeAsync(long entry, CancellationToken cancellationToken)
    {
        var (tile, place) = Math.DivRem(entry - 1, TileAddress.FullWidth);
        await using var command = database.CreateCommand($"select encode(substr(hashes, $2, {Sha256Digest.Length}), 'hex') from {generation.Tiles} where level = 0 and index = $1");
        command.Parameters.Add(new() { Value = tile });
        command.Parameters.Add(new() { Value = (int)(place * Sha256Digest.Length) + 1 });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Another event stands where the entry's stood.</summary>
    private async Task<LedgerDifference> OfAnotherAsync(long entry, LedgerEntry was, LedgerEntry there, CancellationToken cancellationToken)
    {
        var isThere = await IsInLogAsync(was, cancellationToken);
        var number = (await ReadEntryAsync("data ->> 'eventId' = $1::text", there.EventId.ToString(), cancellationToken))?.Entry?.Id;
        var difference = (isThere, number) switch
        {
            (_, { } first) when first < entry => OfEvent(entry, there, DifferenceKind.Unexpected, $"The event of entry {first} stands in the log once more, in the place of entry {entry}."),
            (false, null) => OfEvent(entry, was, DifferenceKind.Changed, $"In the log another event stands in the place of entry {entry}: {there.EventId}, in the stream {there.Stream}; event {was.EventId} is nowhere in its stream."),
            (false, _) => OfEvent(entry, was, DifferenceKind.Missing, $"The event of entry {entry} is not in the log: where it stood the event of entry {number} stands."),
            (true, null) => OfEvent(entry, there, DifferenceKind.Unexpected, $"In the log an event stands in the place of entry {entry} that was not there when it was recorded: {there.EventId}, in the stream {there.Stream}."),
            _ => OfEvent(entry, was, DifferenceKind.Misplaced, $"In the log the event of entry {number} stands in the place of entry {entry}, whose event is elsewhere: they are in another order."),
        };
        return difference with { Expected = was.EventId.ToString(), Found = there.EventId.ToString() };
    }

    private async Task<bool> IsInLogAsync(LedgerEntry was, CancellationToken cancellationToken)
    {
        try
        {
            return (await log.ReadStreamAsync(was.Stream, cancellationToken)).Any(logged => logged.Id == was.EventId);
        }
        catch (UnreadableEventException)
        {
            return true;
        }
    }

    private async Task<(string Text, LedgerEntry? Entry)?> ReadEntryAsync<T>(string condition, T value, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select data::text from {generation.Entries} where {condition} order by id limit 1");
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        if (await command.ExecuteScalarAsync(cancellationToken) is not string text)
            return null;
        try
        {
            return (text, JsonSerializer.Deserialize<LedgerEntry>(text, ArchiveJson.Options));
        }
        catch (JsonException)
        {
            return (text, null);
        }
    }

    /// <summary>Whether an entry's leaf hash is that of its members: where it is not, it is the entry that was changed.</summary>
    private static bool IsWhole(LedgerEntry entry)
    {
        try
        {
            return entry.ToLeaf().ToHash().ToString() == entry.LeafHash;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static LedgerDifference OfEvent(long entry, LedgerEntry of, DifferenceKind kind, string detail) =>
        new(LedgerPart.Event, kind, detail, LedgerDifference.RestoreLog, entry, of.EventId, of.Stream);

    private static LedgerDifference OfEntry(long entry, LedgerEntry was, LedgerEntry? there, string text)
    {
        var members = there is null ? null : DocumentDifference.MembersOf(Json(there), text);
        return LedgerDifference.OfRow(
            LedgerPart.Entry, DifferenceKind.Changed, $"What the read models have of entry {entry} was changed{(members is null ? "" : $": {WordsOf(members)}")}.", $"{entry}", entry, there?.Stream ?? was.Stream) with
        {
            EventId = there?.EventId ?? was.EventId,
            Members = members,
        };
    }

    private static string WordsOf(IReadOnlyList<string> members) => string.Join(", ", members);

    private static string Json(LedgerEntry entry) => JsonSerializer.Serialize(entry, ArchiveJson.Options);
}
