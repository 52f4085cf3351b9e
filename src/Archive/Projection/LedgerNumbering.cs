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
        var leaf = LeafOf(previous + 1, RecordedTime.Next(previouslyRecorded, metadata.AppendedAt), logged);
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
        };
    }

    public static LedgerLeaf LeafOf(long entry, DateTimeOffset recordedAt, LoggedEvent logged)
    {
        var metadata = logged.Metadata;
        return new LedgerLeaf(
            entry,
            logged.Id,
            logged.Type,
            recordedAt,
            EventDigests.OfPayload(metadata.PayloadSalt, logged.Data.Span),
            EventDigests.OfMetadata(
                metadata.MetadataSalt,
                new DigestedMetadata(
                    logged.Stream, logged.Revision, metadata.Actor, metadata.Command, metadata.Correlation, metadata.Causation, metadata.Refs)));
    }
}
