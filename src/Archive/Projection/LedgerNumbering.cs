using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.EventLog;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>Gives each event its entry: number, recorded time, digests and leaf. A pure function of the entry before it and the event.</summary>
internal static class LedgerNumbering
{
    public static LedgerEntry Number(long previous, DateTimeOffset? previouslyRecorded, LoggedEvent logged)
    {
        var metadata = logged.Metadata;
        var (payload, erased) = PayloadOf(logged);
        var leaf = LeafOf(previous + 1, RecordedTime.Next(previouslyRecorded, metadata.AppendedAt), logged, payload);
        return new LedgerEntry
        {
            Id = leaf.Entry,
            RecordedAt = leaf.RecordedAt,
            EventId = logged.Id,
            Type = logged.Type,
            Stream = logged.Stream,
            Revision = logged.Revision,
            Actor = metadata.Actor,
            Command = metadata.Command,
            Correlation = metadata.Correlation,
            Causation = metadata.Causation,
            Refs = metadata.Refs,
            PayloadDigest = leaf.PayloadDigest.ToString(),
            MetadataDigest = leaf.MetadataDigest.ToString(),
            LeafHash = leaf.ToHash().ToString(),
            EnvelopeDigest = EnvelopeOf(metadata).ToString(),
            Erased = erased is null ? null : new EntryErasure(erased.Reason, erased.Reference),
        };
    }

    /// <summary>
    /// SHA-256 of the metadata that are in no digest of the leaf: <c>appendedAt</c>, <c>index</c>, <c>count</c> and <c>fingerprint</c>, a line each. The leaf
    /// has the recorded time, which is later than that of the append where two come close.
    /// </summary>
    public static Sha256Digest EnvelopeOf(EventMetadata metadata) => Sha256Digest.Of(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{RecordedTime.Format(RecordedTime.TruncateToMicroseconds(metadata.AppendedAt))}\n{metadata.Index}\n{metadata.Count}\n{metadata.Fingerprint}\n")));

    public static LedgerLeaf LeafOf(long entry, DateTimeOffset recordedAt, LoggedEvent logged) => LeafOf(entry, recordedAt, logged, PayloadOf(logged).Digest);

    private static LedgerLeaf LeafOf(long entry, DateTimeOffset recordedAt, LoggedEvent logged, Sha256Digest payload)
    {
        var metadata = logged.Metadata;
        return new LedgerLeaf(
            entry,
            logged.Id,
            logged.Type,
            recordedAt,
            payload,
            EventDigests.OfMetadata(
                metadata.MetadataSalt,
                new DigestedMetadata(
                    logged.Stream, logged.Revision, metadata.Actor, metadata.Command, metadata.Correlation, metadata.Causation, metadata.Refs)));
    }

    /// <summary>The digest of an event's payload, or the one that it had: then the payload and its salt are gone, both or none.</summary>
    /// <exception cref="UnreadableEventException">One is there without the other.</exception>
    private static (Sha256Digest Digest, ErasedPayload? Erased) PayloadOf(LoggedEvent logged)
    {
        try
        {
            var isErased = ErasedForm.TryRead(logged.Data.Span, out var erased);
            return (logged.Metadata.PayloadSalt, isErased) switch
            {
                ({ } salt, false) => (EventDigests.OfPayload(salt, logged.Data.Span), null),
                (null, true) => (erased!.PayloadDigest, erased),
                (null, _) => throw new UnreadableEventException($"Event {logged.Id} in the stream {logged.Stream} has no payload salt, and is not erased: it was changed."),
                _ => throw new UnreadableEventException($"Event {logged.Id} in the stream {logged.Stream} is erased, and has a payload salt: it was changed."),
            };
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"What stands in the place of the erased event {logged.Id} in the stream {logged.Stream} cannot be read: {e.Message}", e);
        }
    }
}
