using System.Diagnostics.CodeAnalysis;
using Archive.Domain.Erasures;
using Archive.Domain.Events;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>
/// An event with everything that its entry's digests are made of, so that whoever holds it can compute its leaf without the archive. It says nothing that
/// the leaf does not vouch for, but why words were erased: that was said later. Its JSON is one line in canonical form (<c>schemas/ledger/event.v1.schema.json</c>), so that no byte of it can be changed.
/// </summary>
/// <param name="Entry">Its number in the ledger, from 1.</param>
/// <param name="RecordedAt">As the leaf has it.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Metadata">Where it stands and how it came about.</param>
/// <param name="MetadataSalt">32 bytes.</param>
/// <param name="PayloadSalt">32 bytes; null where the words were erased.</param>
/// <param name="Data">Its stored JSON, UTF-8, before any upcasting; the erased form where the words were erased.</param>
public sealed record ProvenEvent(
    long Entry,
    DateTimeOffset RecordedAt,
    Guid EventId,
    string Type,
    DigestedMetadata Metadata,
    ReadOnlyMemory<byte> MetadataSalt,
    ReadOnlyMemory<byte>? PayloadSalt,
    ReadOnlyMemory<byte> Data)
{
    /// <summary>The longest JSON of an event that is read, in bytes: 4 MiB, where an append has at most 900 KiB.</summary>
    public const int MaxLength = 4 << 20;

    /// <summary>Reads one that comes from anywhere. Never throws for what the text says; costs no more than its length.</summary>
    /// <param name="utf8">The canonical form, without a newline.</param>
    /// <param name="proven">The event: whether its digests are those of the ledger is not checked.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ProvenEvent? proven, [NotNullWhen(false)] out string? problem) =>
        ProvenEventJson.TryRead(utf8, out proven, out problem);

    /// <exception cref="CanonicalJsonException">The data has no canonical form.</exception>
    public byte[] ToJson() => ProvenEventJson.Write(this);

    /// <summary>What stands in the place of erased words; null where they are there.</summary>
    public ErasedPayload? Erased => PayloadSalt is null && ErasedForm.TryRead(Data.Span, out var erased) ? erased : null;

    /// <summary>The digest of the data, or the one that it had before it was erased.</summary>
    public Sha256Digest ToPayloadDigest() => Erased is { } erased ? erased.PayloadDigest : EventDigests.OfPayload(PayloadSalt!.Value.Span, Data.Span);

    public Sha256Digest ToMetadataDigest() => EventDigests.OfMetadata(MetadataSalt.Span, Metadata);

    /// <summary>The leaf that it has where nothing of it was changed.</summary>
    public LedgerLeaf ToLeaf() => new(Entry, EventId, Type, RecordedAt, ToPayloadDigest(), ToMetadataDigest());

    /// <summary>The event itself, in its present form, or what is left of it.</summary>
    /// <exception cref="UnreadableEventException">This build does not know it.</exception>
    public IArchiveEvent Happened() => EventCatalogue.Deserialize(Type, Data.Span, Metadata.Stream);
}
