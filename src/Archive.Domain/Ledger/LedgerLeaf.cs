namespace Archive.Domain.Ledger;

/// <summary>
/// One entry of the ledger, as published: it names nobody. Leaf data = JCS({entry, eventId, type, recordedAt, payloadDigest, metadataDigest});
/// leaf hash = SHA-256(0x00 || leaf data), as RFC 9162 section 2.1.1 has it.
/// </summary>
/// <param name="Entry">The event's number in the ledger, from 1, at most 2^53 - 1.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">The event's stored name, such as <c>claim-retracted.v1</c>.</param>
/// <param name="RecordedAt">See <see cref="RecordedTime"/>; whole microseconds.</param>
/// <param name="PayloadDigest">See <see cref="EventDigests.OfPayload"/>.</param>
/// <param name="MetadataDigest">See <see cref="EventDigests.OfMetadata"/>.</param>
/// <exception cref="ArgumentException">An entry out of range, or a time with a fraction of a microsecond.</exception>
public sealed record LedgerLeaf(
    long Entry, Guid EventId, string Type, DateTimeOffset RecordedAt, Sha256Digest PayloadDigest, Sha256Digest MetadataDigest)
{
    public long Entry { get; init => field = CanonicalObject.Integer(value, 1, nameof(Entry)); } = CanonicalObject.Integer(Entry, 1, nameof(Entry));

    public DateTimeOffset RecordedAt { get; init => field = WholeMicroseconds(value); } = WholeMicroseconds(RecordedAt);

    /// <exception cref="ArgumentException">The type has a lone surrogate.</exception>
    public byte[] ToData()
    {
        using var output = new PooledBytes(512);
        AppendTo(output);
        return output.Written.ToArray();
    }

    /// <exception cref="ArgumentException">As for <see cref="ToData"/>.</exception>
    public Sha256Digest ToHash()
    {
        using var output = new PooledBytes(512);
        output.Append(0);
        AppendTo(output);
        return Sha256Digest.Of(output.Written);
    }

    /// <summary>The leaf hash of leaf data that came from elsewhere: SHA-256(0x00 || leaf data), whatever the data is.</summary>
    public static Sha256Digest HashOf(ReadOnlySpan<byte> leafData)
    {
        using var output = new PooledBytes(leafData.Length + 1);
        output.Append(0);
        output.Append(leafData);
        return Sha256Digest.Of(output.Written);
    }

    private void AppendTo(PooledBytes output)
    {
        var json = new CanonicalObject(output);
        json.Member("entry"u8, Entry);
        json.Member("eventId"u8, EventId);
        json.Member("metadataDigest"u8, MetadataDigest);
        json.Member("payloadDigest"u8, PayloadDigest);
        json.Member("recordedAt"u8, RecordedTime.Format(RecordedAt));
        json.Member("type"u8, Type);
        json.End();
    }

    private static DateTimeOffset WholeMicroseconds(DateTimeOffset time) =>
        RecordedTime.TruncateToMicroseconds(time) == time
            ? time
            : throw new ArgumentException($"A recorded time has whole microseconds; {time:O} has not.", nameof(time));
}
