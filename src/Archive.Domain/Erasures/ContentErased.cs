using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Sources;

namespace Archive.Domain.Erasures;

/// <summary>
/// Somebody ordered that a capture's bytes, what a sensitive claim says, or an actor's name be destroyed. It is carried out when the order is in the
/// ledger, unless a hold stands before it there. Digests, and all else, stay.
/// </summary>
/// <param name="Subject">The stream of the source, claim or actor: by it alone this is an event of the one or the other.</param>
/// <param name="Number">Of the erasure, from 1 within the stream.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalReference">The law, order or contract.</param>
/// <param name="Words">The decision explained.</param>
/// <param name="Capture">SHA-256 of the capture of the source.</param>
/// <param name="Version">The one version of the claim whose content it is about; absent where it is about all up to here.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record ContentErased(
    string Subject,
    int Number,
    ErasureReason Reason,
    string LegalReference,
    string Words,
    string? Capture = null,
    int? Version = null,
    string? Decided = null) : ISourceEvent, IClaimEvent, IActorEvent
{
    string ISourceEvent.Source => StreamName.IdOf(Subject);

    string IClaimEvent.Claim => StreamName.IdOf(Subject);

    string IActorEvent.Actor => StreamName.IdOf(Subject);

    string IArchiveEvent.Stream => Subject;

    IEnumerable<string> IArchiveEvent.References =>
        Subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal) ? [StreamName.OfRecord(ArchiveId.RecordOf(StreamName.IdOf(Subject)))] : [];

    /// <summary>The erasures of the stream after this one.</summary>
    /// <param name="before">Those before; null for none.</param>
    /// <param name="claimVersion">The claim's version by now; null where the stream is no claim's.</param>
    internal ValueList<Erasure> After(ValueList<Erasure>? before, int? claimVersion = null) =>
        [.. before ?? [], new Erasure(Number, Reason, LegalReference, Capture, claimVersion is null ? null : Version ?? 1, claimVersion is null ? null : Version ?? claimVersion)];
}
