using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Domain.Evidence;

namespace Archive.Evidence;

/// <summary>What the events of a claim or an actor keep by reference and an order is about.</summary>
internal static class KeptByEvents
{
    /// <returns>Digests; among them may be those of quotes, which are not the claim's own words and go with their captures.</returns>
    public static IReadOnlyList<string> UpTo(PendingErasure erasure)
    {
        var digests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var logged in erasure.Past)
        {
            var happened = logged.Happened();
            if (happened is not IHoldsWords<IArchiveEvent> whole || !IsMeant(happened, erasure.Order.Version) || whole.KeptDigests() is not { Count: > 0 } held)
                continue;
            digests.UnionWith(held);
            if (WordKeeping.DigestOfFingerprint(logged.Metadata.Fingerprint) is { } fingerprint)
                digests.Add(fingerprint);
        }

        return digests.Order(StringComparer.Ordinal).ToArray();
    }

    private static bool IsMeant(IArchiveEvent happened, int? version) => version is null || happened switch
    {
        ClaimRecorded => version == 1,
        ClaimCorrected e => version == e.Version,
        _ => false,
    };
}
