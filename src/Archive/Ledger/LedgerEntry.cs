using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Snapshots;

namespace Archive.Ledger;

/// <summary>An event's place in the ledger, with the digests that prove it (formats of <c>schemas/ledger</c>).</summary>
public sealed class LedgerEntry
{
    /// <summary>The entry's number, from 1, without gaps, in log order.</summary>
    public required long Id { get; init; }

    /// <summary>When the archive learned of it: UTC, whole microseconds, strictly increasing with the number.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>Stored name of the event.</summary>
    public required string Type { get; init; }

    public required string Stream { get; init; }

    public required long Revision { get; init; }

    public required string Actor { get; init; }

    public required Guid Command { get; init; }

    public Guid? Correlation { get; init; }

    public Guid? Causation { get; init; }

    /// <summary>Every other stream that the event names.</summary>
    public required ValueList<string> Refs { get; init; }

    public required string PayloadDigest { get; init; }

    public required string MetadataDigest { get; init; }

    /// <summary>RFC 9162 hash of the leaf data, lower-case hex.</summary>
    public required string LeafHash { get; init; }

    /// <summary>
    /// Of what stands beside the event and in no leaf, see <see cref="Projection.LedgerNumbering.EnvelopeOf"/>: so that an audit finds it changed. Absent in read models of
    /// projection version 3 and before.
    /// </summary>
    public string? EnvelopeDigest { get; init; }

    /// <summary>Why the event's words are gone; absent where they are not.</summary>
    public EntryErasure? Erased { get; init; }

    internal LedgerLeaf ToLeaf() => new(Id, EventId, Type, RecordedAt, Sha256Digest.Parse(PayloadDigest), Sha256Digest.Parse(MetadataDigest));

    internal EventView ToView() => new(Id, RecordedAt, Type, Stream, Revision, Actor, EventId, Command, LeafHash) { Through = Through, Erased = Erased };

    /// <summary>
    /// An event names no actor's stream but where it is about actors or keys, and there nobody acts for another: so elsewhere one among the references is the
    /// administrator's who acted as the event's actor.
    /// </summary>
    private string? Through => IsOf(StreamName.ActorPrefix, Stream) || IsOf(StreamName.KeyPrefix, Stream)
        ? null
        : Refs.FirstOrDefault(reference => IsOf(StreamName.ActorPrefix, reference)) is { } actor ? StreamName.IdOf(actor) : null;

    private static bool IsOf(string prefix, string stream) => stream.StartsWith(prefix, StringComparison.Ordinal);
}
