using Archive.Domain.Ledger;

namespace Archive.Domain.Erasures;

/// <summary>What stands in the log in the place of an event's words: <c>{"erased": {payloadDigest, reason, reference}}</c>, and no salt beside it.</summary>
/// <param name="PayloadDigest">The digest that the event's payload had: entry, leaf and proofs stay what they were.</param>
/// <param name="Reason">Why it was erased.</param>
/// <param name="Reference">By which law, order or request, in words: a line.</param>
public sealed record ErasedPayload(Sha256Digest PayloadDigest, ErasureReason Reason, string Reference)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestReference = 1_000;
}
