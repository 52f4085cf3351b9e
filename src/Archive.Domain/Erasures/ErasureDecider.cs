using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Sources;

namespace Archive.Domain.Erasures;

/// <summary>
/// Decides on orders to erase. Pure; shape was checked before. Whether a hold on something else stands in the way is found when the order is carried out,
/// by the order of entries; one in the same stream is refused at once.
/// </summary>
public static class ErasureDecider
{
    /// <param name="inVain">Numbers of earlier erasures of the stream that destroyed nothing: they may be ordered again. Advisory.</param>
    public static Decision OfCapture(Source? source, string id, string capture, ErasureOrder order, IReadOnlySet<int> inVain)
    {
        if (source is null)
            return Decision.Refuse("source-unknown", $"There is no source {id}. Name one that there is.");
        if (source.Captures?.Any(held => held.Digest == capture) != true)
            return Decision.Refuse("capture-unknown", $"Source {id} has no capture {capture}. Name one that it has.");
        if (Held(source.Governance, $"source {id}", hold => hold.Capture is null || hold.Capture == capture) is { } held)
            return held;
        return Found(source.Erased, inVain, erasure => erasure.Capture == capture) is { } before
            ? Already($"Capture {capture} of source {id}", before)
            : Order(StreamName.OfSource(id), source.Erased, order, capture, null);
    }

    /// <param name="version">The one version whose content is to go; null for all up to now.</param>
    /// <param name="inVain">Numbers of earlier erasures of the stream that destroyed nothing: they may be ordered again. Advisory.</param>
    public static Decision OfClaim(Claim? claim, string id, int? version, ErasureOrder order, IReadOnlySet<int> inVain)
    {
        if (claim is null or { Version: 0 })
            return Decision.Refuse("claim-unknown", $"There is no claim {id}. 'archive show {ArchiveId.RecordOf(id)}' lists the claims of its record.");
        if (claim.Content.Kept is null)
            return NotSensitive($"What claim {id} says");
        if (version > claim.Version)
            return Decision.Refuse("version-unknown", $"Claim {id} has no version {version}: it has come to version {claim.Version}.");
        if (Held(claim.Governance, $"claim {id}", _ => true) is { } held)
            return held;
        return Found(claim.Erased, inVain, erasure => erasure.Covers(version ?? 1, version ?? claim.Version)) is { } before
            ? Already(version is null ? $"What claim {id} says" : $"What claim {id} says in version {version}", before)
            : Order(StreamName.OfClaim(id), claim.Erased, order, null, version);
    }

    /// <param name="inVain">Numbers of earlier erasures of the stream that destroyed nothing: they may be ordered again. Advisory.</param>
    public static Decision OfActor(Actor? actor, string id, ErasureOrder order, IReadOnlySet<int> inVain)
    {
        if (actor is null)
            return Decision.Refuse("actor-unknown", $"There is no actor {id}. 'archive actor list' shows those that there are.");
        if (actor.Kept is null)
            return NotSensitive($"The name of actor {id}");
        return Found(actor.Erased, inVain, _ => true) is { } before
            ? Already($"The name of actor {id}", before)
            : Order(StreamName.OfActor(id), actor.Erased, order, null, null);
    }

    private static Decision Order(string subject, ValueList<Erasure>? before, ErasureOrder order, string? capture, int? version) => Decision.Of(new ContentErased(
        subject, (before?.Count ?? 0) + 1, order.Reason, order.LegalReference, order.Words, capture, version, order.Decided));

    private static Erasure? Found(ValueList<Erasure>? erased, IReadOnlySet<int> inVain, Func<Erasure, bool> isIt) =>
        erased?.FirstOrDefault(erasure => isIt(erasure) && !inVain.Contains(erasure.Number));

    private static Decision? Held(Governance? governance, string named, Func<Hold, bool> bears) => governance?.Holds?.FirstOrDefault(hold => hold.IsInForce && bears(hold)) is { } hold
        ? Decision.Refuse("under-hold", $"Hold {hold.Number} stands on {named} ({hold.LegalBasis}): nothing under it is erased. Have it lifted first, or leave it.")
        : null;

    private static Decision Already(string what, Erasure before) => Decision.Refuse(
        "already-erased", $"{what} was ordered to be erased before ({before.LegalReference}). 'archive erasures' tells what became of it.");

    private static Decision NotSensitive(string what) => Decision.Refuse(
        "not-sensitive",
        $"{what} was not recorded as sensitive: it stands in the log itself. To erase it there, copy the log with that entry's words replaced ('archive log erase').");
}
